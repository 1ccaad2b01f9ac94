using Advocacy.Consent;
using Advocacy.Platform.Mail.Templates;
using Advocacy.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Joining;

/// <summary>What somebody entered on the join page, right or wrong.</summary>
/// <param name="Address">As it was typed.</param>
/// <param name="Name">One line; may be empty.</param>
/// <param name="Language"><c>da</c> or <c>en</c>.</param>
/// <param name="Purposes">What was ticked.</param>
public sealed record JoinEntry(string Address, string Name, string Language, IReadOnlyList<ConsentPurpose> Purposes)
{
    private const int LongestName = 100;

    /// <param name="form">The fields <c>address</c>, <c>name</c>, <c>language</c> and <c>purpose</c>, the last once for each tick.</param>
    public static JoinEntry Of(IFormCollection form) =>
        new(
            form["address"].ToString().Trim(),
            NameOf(form),
            PageLanguage.Known(form["language"].ToString()),
            PurposeForm.Ticked(form)
        );

    /// <summary>The field <c>name</c>, made fit for one line.</summary>
    public static string NameOf(IFormCollection form) =>
        Wording.Shorten(Wording.OneLine(form["name"].ToString()), LongestName);
}
