using Advocacy.Consent;
using Advocacy.Invitations;
using Advocacy.Joining;
using Advocacy.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Tests.Pages;

/// <summary>The pages on which colleagues join, by themselves or invited.</summary>
internal static partial class SampleViews
{
    public static readonly IReadOnlyDictionary<string, Func<PageRenderer, Task<IResult>>> Joining = new Dictionary<
        string,
        Func<PageRenderer, Task<IResult>>
    >(StringComparer.Ordinal)
    {
        ["join-da"] = p => p.PageAsync<JoinPage, JoinView>(Join("da")),
        ["join-en"] = p => p.PageAsync<JoinPage, JoinView>(Join("en")),
        ["join-wrong-da"] = p =>
            p.PageAsync<JoinPage, JoinView>(
                Join("da") with
                {
                    Entry = new("astrid@elsewhere.example", "Astrid Holm", "da", []),
                    AddressFault = AddressFault.Foreign,
                    NothingTicked = true,
                }
            ),
        ["join-sent-da"] = p =>
            p.PageAsync<JoinSentPage, JoinSentView>(new(Company, "da", "astrid@nordlys.example", 24, 3)),
        ["join-sent-en"] = p =>
            p.PageAsync<JoinSentPage, JoinSentView>(new(Company, "en", "astrid@nordlys.example", 24, 3)),
        ["join-confirm-da"] = p => p.PageAsync<ConfirmJoinPage, ConfirmJoinView>(ConfirmJoin("da")),
        ["join-confirm-en"] = p =>
            p.PageAsync<ConfirmJoinPage, ConfirmJoinView>(ConfirmJoin("en") with { WordingChanged = true }),
        ["recorded-da"] = p => p.PageAsync<RecordedPage, RecordedView>(Recorded("da")),
        ["recorded-en"] = p => p.PageAsync<RecordedPage, RecordedView>(Recorded("en")),
        ["invitation-da"] = p =>
            p.PageAsync<InvitationPage, InvitationPageView>(Invited("da") with { NothingTicked = true }),
        ["invitation-en"] = p => p.PageAsync<InvitationPage, InvitationPageView>(Invited("en")),
        ["invitation-given-da"] = p =>
            p.PageAsync<InvitationPage, InvitationPageView>(
                Invited("da") with
                {
                    Choices = [.. Choices("da").Select(choice => choice with { GivenAt = Now })],
                }
            ),
        ["decline-da"] = p => p.PageAsync<DeclinePage, DeclineView>(new(Company, "da")),
        ["decline-en"] = p => p.PageAsync<DeclinePage, DeclineView>(new(Company, "en")),
        ["declined-da"] = p => p.PageAsync<DeclinedPage, DeclinedView>(new(Company, "da")),
        ["declined-en"] = p => p.PageAsync<DeclinedPage, DeclinedView>(new(Company, "en")),
        ["problem-toomany-da"] = p => p.PageAsync<ProblemPage, ProblemView>(new(Company, "da", Problem.TooMany), 429),
        ["problem-signin"] = p => p.PageAsync<ProblemPage, ProblemView>(new(Company, "en", Problem.SignIn), 401),
        ["problem-notallowed-da"] = p =>
            p.PageAsync<ProblemPage, ProblemView>(new(Company, "da", Problem.NotAllowed), 403),
        ["problem-oldform"] = p => p.PageAsync<ProblemPage, ProblemView>(new(Company, "en", Problem.OldForm), 400),
    };

    public static JoinView Join(string language) =>
        new()
        {
            Company = Company,
            Language = language,
            OtherLanguageUrl = "/join?lang=en",
            Domains = ["nordlys.example", "nordlys-group.example"],
            Entry = new JoinEntry("", "", language, []),
            Choices = Choices(language),
            WordingVersion = ConsentWordings.CurrentVersion,
        };

    public static ConfirmJoinView ConfirmJoin(string language) =>
        new()
        {
            Company = Company,
            Language = language,
            Address = "astrid.marie.van.der.hoeven-lindqvist@nordlys.example",
            Name = "Astrid Holm",
            Choices = [.. Choices(language).Where(choice => choice.Purpose != ConsentPurpose.ClickMeasurement)],
            WordingVersion = ConsentWordings.CurrentVersion,
        };

    public static RecordedView Recorded(string language) =>
        new()
        {
            Company = Company,
            Language = language,
            Purposes = [ConsentPurpose.DigestEmail, ConsentPurpose.ShareStatistics],
            WordingVersion = ConsentWordings.CurrentVersion,
            At = Now,
            WithdrawUrl = "/unsubscribe/token",
        };

    public static InvitationPageView Invited(string language) =>
        new()
        {
            Company = Company,
            Language = language,
            Choices = Choices(language),
            WordingVersion = ConsentWordings.CurrentVersion,
        };

    private static IReadOnlyList<PurposeChoice> Choices(string language) => new ConsentWordings().Choices(language, []);
}
