using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Programme;

/// <summary>How a company stands in its mails.</summary>
internal static class Letterhead
{
    /// <summary>The foot of a mail, line by line: the company's name first, whether its imprint begins with it or not.</summary>
    public static IReadOnlyList<string> ImprintOf(CompanyProfile company)
    {
        var name = Wording.OneLine(company.Name);
        var lines = Wording.Lines(company.Imprint);
        return lines is [var first, ..] && first.StartsWith(name, StringComparison.Ordinal) ? lines : [name, .. lines];
    }
}
