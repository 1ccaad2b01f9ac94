using System.Globalization;
using Advocacy.Consent;
using Advocacy.Platform.Limits;
using Advocacy.Platform.Pages;
using Advocacy.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Advocacy.Joining;

/// <summary>
/// The page on which a colleague asks to join. Its answer to a good entry is the same for every address: nobody is looked up.
/// </summary>
public sealed class JoinPages(
    JoinRequests requests,
    RateLimits limits,
    NetworkHash network,
    ConsentWordings wordings,
    Company company,
    PageRenderer pages,
    IOptions<JoinOptions> options
)
{
    private static readonly TimeSpan NetworkWindow = TimeSpan.FromHours(1);

    private RateLimit PerNetwork => new("join-network", options.Value.EntriesPerNetwork, NetworkWindow);

    public async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken = default)
    {
        if (await company.FindAsync(cancellationToken) is not { } profile)
        {
            return await pages.ProblemAsync(null, request, Problem.NotFound);
        }
        var language = ChosenLanguage.Of(request);
        return await FormAsync(profile, language, new JoinEntry("", "", language, []), StatusCodes.Status200OK);
    }

    public async Task<IResult> EnterAsync(HttpRequest request, CancellationToken cancellationToken = default)
    {
        if (await company.FindAsync(cancellationToken) is not { } profile)
        {
            return await pages.ProblemAsync(null, request, Problem.NotFound);
        }
        if (await limits.TakeAsync(PerNetwork, network.Of(request) ?? "", null, cancellationToken) is { } wait)
        {
            request.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                .ToString(CultureInfo.InvariantCulture);
            return await pages.ProblemAsync(profile, request, Problem.TooMany);
        }
        if (await PostedForm.ReadAsync(request, cancellationToken) is not { } form)
        {
            return await pages.ProblemAsync(profile, request, Problem.BadRequest);
        }
        var entry = JoinEntry.Of(form);
        var language = ChosenLanguage.Of(request);
        var fault = JoinAddress.Check(entry.Address, options.Value.DomainsOf(profile), out var address);
        if (fault is not null || entry.Purposes.Count == 0)
        {
            return await FormAsync(profile, language, entry, StatusCodes.Status400BadRequest, fault);
        }
        await requests.AddAsync(address, entry, cancellationToken);
        return await pages.PageAsync<JoinSentPage, JoinSentView>(
            new JoinSentView(profile, language, address, options.Value.LinkHours, options.Value.MailsPerAddress)
        );
    }

    private Task<IResult> FormAsync(
        CompanyProfile profile,
        string language,
        JoinEntry entry,
        int status,
        AddressFault? fault = null
    ) =>
        pages.PageAsync<JoinPage, JoinView>(
            new JoinView
            {
                Company = profile,
                Language = language,
                OtherLanguageUrl = $"/join?lang={(language == "da" ? "en" : "da")}",
                Domains = options.Value.DomainsOf(profile),
                Entry = entry,
                Choices = wordings.Choices(language, entry.Purposes),
                WordingVersion = wordings.VersionNow(),
                AddressFault = fault,
                NothingTicked = status != StatusCodes.Status200OK && entry.Purposes.Count == 0,
            },
            status
        );
}
