using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.Local.Pages;
using Advocacy.People;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Store;
using Advocacy.Sharing;

namespace Advocacy.Local;

/// <summary>The people, their consent and what they were sent.</summary>
internal sealed class PeoplePages(
    LocalFrames frames,
    LocalFigures figures,
    IDocumentStore store,
    Roster roster,
    ConsentLedger ledger,
    SiteLinks links,
    PageRenderer pages
)
{
    public async Task<IResult> EmployeesAsync(int page, CancellationToken cancellationToken)
    {
        var all = await figures.AllAsync<Employee>(Containers.Employees, cancellationToken);
        var shown = LocalFrames.Part(
            [
                .. all.OrderBy(person => person.Unit, StringComparer.Ordinal)
                    .ThenBy(person => person.Name, StringComparer.Ordinal),
            ],
            page
        );
        var rows = await Task.WhenAll(
            shown.Select(async person => new EmployeeRow(person, await DecidedAsync(person.Id, cancellationToken)))
        );
        return await pages.PageAsync<EmployeesPage, EmployeesView>(
            new EmployeesView
            {
                Frame = await frames.NowAsync(cancellationToken),
                Employees = rows,
                Paging = new Paging(Math.Max(page, 1), LocalFrames.RowsOnAPage, all.Count),
            }
        );
    }

    private async Task<CurrentConsent?> DecidedAsync(string employeeId, CancellationToken cancellationToken) =>
        await ledger.CurrentAsync(employeeId, cancellationToken) is { Purposes.Count: > 0 } decided ? decided : null;

    public async Task<IResult> EmployeeAsync(string id, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await roster.FindAsync(id, cancellationToken) is not { } employee)
        {
            return await frames.NotFoundAsync(request, cancellationToken);
        }
        var query = new Query(Containers.Deliveries) { PartitionKey = id };
        var deliveries = await store
            .QueryAllAsync<Delivery>(query, cancellationToken)
            .Select(item => item.Value)
            .ToListAsync(cancellationToken);
        return await pages.PageAsync<EmployeePage, EmployeeView>(
            new EmployeeView
            {
                Frame = await frames.NowAsync(cancellationToken),
                Employee = employee,
                Consent = await DecidedAsync(id, cancellationToken),
                History =
                [
                    .. (
                        await ledger.HistoryAsync(id, cancellationToken).ToListAsync(cancellationToken)
                    ).OrderByDescending(one => one.Sequence),
                ],
                Deliveries = [.. deliveries.OrderByDescending(delivery => delivery.EditionId, StringComparer.Ordinal)],
                ConfirmUrls = Enum.GetValues<ConsentPurpose>()
                    .ToDictionary(purpose => purpose, purpose => links.Confirm(id, purpose)),
                PreferencesUrl = links.Preferences(id),
                UnsubscribeUrl = links.Unsubscribe(id),
            }
        );
    }
}
