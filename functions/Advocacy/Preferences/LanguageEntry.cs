using Advocacy.People;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Preferences;

/// <summary>The language form.</summary>
/// <param name="Language">Of mails and pages: <c>da</c> or <c>en</c>.</param>
/// <param name="Offered">ISO 639-1 of the languages that posts may be in.</param>
/// <param name="Reads">Of those, the ones that the person reads; none: <paramref name="Language"/> and English.</param>
public sealed record LanguageEntry(string Language, IReadOnlyList<string> Offered, IReadOnlyList<string> Reads)
{
    /// <summary>The languages of mails and pages.</summary>
    public static readonly IReadOnlyList<string> Written = ["da", "en"];

    /// <summary>Something was chosen that is not offered.</summary>
    public bool IsWrong { get; init; }

    public static LanguageEntry Of(Employee employee, IEnumerable<string> ofPosts) =>
        new(
            employee.Language,
            [
                .. Written
                    .Concat(ofPosts.Concat(employee.ReadsLanguages).Order(StringComparer.Ordinal))
                    .Distinct(StringComparer.Ordinal),
            ],
            employee.ReadsLanguages
        );

    public LanguageEntry With(IFormCollection form)
    {
        var language = form["language"].ToString();
        var reads = form["reads"].OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return this with
        {
            Language = language,
            Reads = [.. reads.Where(Offered.Contains)],
            IsWrong = !Written.Contains(language) || !reads.TrueForAll(Offered.Contains),
        };
    }
}
