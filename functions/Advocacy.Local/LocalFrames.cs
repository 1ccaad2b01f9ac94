using Advocacy.Local.Pages;
using Advocacy.Platform;
using Advocacy.Platform.Pages;
using Advocacy.Programme;

namespace Advocacy.Local;

/// <summary>What the local pages share: the frame round each, lists in parts, and the page for what is not there.</summary>
internal sealed class LocalFrames(Company company, FailureLog failures, PageRenderer pages, TimeProvider time)
{
    public const int RowsOnAPage = 50;

    public async Task<LocalFrame> NowAsync(CancellationToken cancellationToken) =>
        new(
            await company.FindAsync(cancellationToken) ?? NoCompany,
            time.GetUtcNow(),
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen"),
            (await failures.InStateAsync(FailedMessageState.Kept, cancellationToken)).Count
        );

    public async Task<IResult> NotFoundAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, Problem.NotFound);

    public static IEnumerable<T> Part<T>(IReadOnlyList<T> all, int page) =>
        all.Skip((Math.Max(page, 1) - 1) * RowsOnAPage).Take(RowsOnAPage);

    /// <summary>While the first run is loading one.</summary>
    private static CompanyProfile NoCompany =>
        new()
        {
            Id = CompanyProfile.CompanyId,
            Name = "Your company",
            SenderAddress = "advocacy@company.example",
            SenderName = "Your company",
            ReplyAddress = "advocacy@company.example",
        };
}
