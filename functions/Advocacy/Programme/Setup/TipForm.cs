using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Programme.Training;

namespace Advocacy.Programme.Setup;

internal static class TipForm
{
    /// <summary>A mail has room for no more.</summary>
    public const int LongestTip = 600;

    public static CompanyTip Read(FormReader form, DateTimeOffset now)
    {
        var title = form.Local("title", FormReader.LongestLine);
        return new CompanyTip
        {
            // The same tip sent twice is one.
            Id = Ids.Of("tip", title.Da, title.En),
            Title = title,
            Text = form.Local("text", LongestTip),
            Url = form.Link("url"),
            For = form.Choices<Archetype>("for"),
            AddedAt = now,
        };
    }
}
