using System.Globalization;
using Advocacy.Consent;
using Advocacy.Platform;
using Microsoft.Extensions.Options;

namespace Advocacy.Sharing;

/// <summary>Which pick of which delivery a share page shows.</summary>
public sealed record SharedPick(string EmployeeId, string EditionId, int Index);

/// <summary>Makes and reads every link that leaves the system. Tokens carry opaque ids only.</summary>
public sealed class SiteLinks(LinkSigner signer, IOptions<SiteOptions> site)
{
    private static readonly TimeSpan ForTheLaw = TimeSpan.FromDays(3650);

    /// <summary>See <see cref="SiteOptions.PreferencesDays"/>.</summary>
    public int PreferencesDays => site.Value.PreferencesDays;

    private TimeSpan Lifetime => TimeSpan.FromDays(site.Value.LinkDays);

    public string SharePage(SharedPick pick) =>
        Url("share", signer.Sign(LinkPurpose.Share, $"{pick.EmployeeId}.{pick.EditionId}.{pick.Index}", Lifetime));

    public SharedPick? ReadShare(string? token) =>
        signer.Read(LinkPurpose.Share, token)?.Split('.') is [var employee, var edition, var index]
        && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new SharedPick(employee, edition, number)
            : null;

    public string Unsubscribe(string employeeId) =>
        Url("unsubscribe", signer.Sign(LinkPurpose.Unsubscribe, employeeId, ForTheLaw));

    /// <summary>The employee's id, or <c>null</c>.</summary>
    public string? ReadUnsubscribe(string? token) => signer.Read(LinkPurpose.Unsubscribe, token);

    /// <summary>The page on which the person sees and changes everything about their part.</summary>
    public string Preferences(string employeeId) =>
        Url(
            "preferences",
            signer.Sign(LinkPurpose.Preferences, employeeId, TimeSpan.FromDays(site.Value.PreferencesDays))
        );

    /// <summary>The employee's id, or <c>null</c>.</summary>
    public string? ReadPreferences(string? token) => signer.Read(LinkPurpose.Preferences, token);

    /// <summary>The employee's id of a link that is ours, whether it still works or not; good for a fresh link by mail and nothing else.</summary>
    public string? ReadOldPreferences(string? token) => signer.ReadOld(LinkPurpose.Preferences, token);

    public string Confirm(string employeeId, ConsentPurpose purpose) =>
        Url("consent", signer.Sign(LinkPurpose.ConfirmConsent, $"{employeeId}.{purpose}", Lifetime));

    public (string EmployeeId, ConsentPurpose Purpose)? ReadConfirm(string? token) =>
        signer.Read(LinkPurpose.ConfirmConsent, token)?.Split('.') is [var employee, var name]
        && Enum.TryParse<ConsentPurpose>(name, out var purpose)
            ? (employee, purpose)
            : null;

    /// <summary>The page on which a join request is confirmed.</summary>
    public string ConfirmJoin(string employeeId, string requestId, TimeSpan lifetime) =>
        Url("join", signer.Sign(LinkPurpose.Join, $"{employeeId}.{requestId}", lifetime));

    public (string EmployeeId, string RequestId)? ReadJoin(string? token) =>
        signer.Read(LinkPurpose.Join, token)?.Split('.') is [var employee, var request] ? (employee, request) : null;

    /// <summary>The page on which an invited employee says yes.</summary>
    public string Invitation(string employeeId) =>
        Url("invitation", signer.Sign(LinkPurpose.Invitation, $"{employeeId}.yes", Lifetime));

    /// <summary>The employee's id, or <c>null</c>.</summary>
    public string? ReadInvitation(string? token) => ReadAnswer(token, "yes");

    /// <summary>The page on which an invited employee says no; a mail provider posts to it too.</summary>
    public string NoThanks(string employeeId) =>
        Url("no-thanks", signer.Sign(LinkPurpose.Invitation, $"{employeeId}.no", ForTheLaw));

    /// <inheritdoc cref="ReadInvitation"/>
    public string? ReadNoThanks(string? token) => ReadAnswer(token, "no");

    /// <summary>The share page whose token this is, for the code that a phone reads.</summary>
    public string SamePage(string token) => Url("share", token);

    /// <summary>The page on which the employee suggests what colleagues might share.</summary>
    public string Suggest(string employeeId) =>
        Url("suggest", signer.Sign(LinkPurpose.Suggest, employeeId, TimeSpan.FromDays(site.Value.PreferencesDays)));

    /// <summary>The employee's id, or <c>null</c>.</summary>
    public string? ReadSuggest(string? token) => signer.Read(LinkPurpose.Suggest, token);

    /// <summary>The page on which one person answers one pulse question.</summary>
    public string Pulse(string employeeId, string questionId) =>
        Url("pulse", signer.Sign(LinkPurpose.Pulse, $"{employeeId}.{questionId}", Lifetime));

    public (string EmployeeId, string QuestionId)? ReadPulse(string? token) =>
        signer.Read(LinkPurpose.Pulse, token)?.Split('.') is [var employee, var question] ? (employee, question) : null;

    /// <summary>A link of one person's mail that tells that it was followed; only for those who consented to that.</summary>
    public string Measured(MailLink link) => Url("m", signer.Sign(LinkPurpose.Measured, link.ToString(), Lifetime));

    /// <param name="counts">False where the link is too old to count; it leads where it always did.</param>
    public MailLink? ReadMeasured(string? token, out bool counts)
    {
        counts = signer.Read(LinkPurpose.Measured, token) is not null;
        return MailLink.Read(signer.ReadOld(LinkPurpose.Measured, token));
    }

    /// <summary>The pages with tips and a short course, one below it for each archetype.</summary>
    public string Training => $"{site.Value.BaseUrl.TrimEnd('/')}/training";

    /// <summary>A short link to the post for one channel: the post's id in 22 characters, the channel, and the edition where there is one.</summary>
    /// <param name="editionId">For example <c>2026-W48</c>.</param>
    public string ShortLink(string postId, string channel, string? editionId = null) =>
        Url("l", ShortCode.Of(new LinkMark(channel, editionId, postId)));

    private string? ReadAnswer(string? token, string answer) =>
        signer.Read(LinkPurpose.Invitation, token)?.Split('.') is [var employee, var given] && given == answer
            ? employee
            : null;

    private string Url(string route, string token) => $"{site.Value.BaseUrl.TrimEnd('/')}/{route}/{token}";
}
