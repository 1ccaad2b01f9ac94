using Advocacy.Content;
using Advocacy.People;
using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Digests.Mail;

/// <summary>The one line that says why a post was picked for somebody.</summary>
internal static class WhyLine
{
    /// <summary><c>null</c> where no reason is known, as with what was planned before reasons were kept.</summary>
    public static string? Of(PickReason? reason, Post post, Employee reader, DigestStrings words) =>
        reason switch
        {
            PickReason.Company => words["WhyCompany"],
            PickReason.Topic => post.Topics.FirstOrDefault(reader.Topics.Contains) is { } topic
                ? words.Of("WhyTopic", Wording.OneLine(topic))
                : words["WhyCompany"],
            PickReason.Field => words["WhyField"],
            PickReason.Fresh => words["WhyFresh"],
            PickReason.Easy => words["WhyEasy"],
            PickReason.Important => words["WhyImportant"],
            PickReason.Unit => reader.Unit is { Length: > 0 } unit
                ? words.Of("WhyUnit", Wording.OneLine(unit))
                : words["WhyCompany"],
            _ => null,
        };
}
