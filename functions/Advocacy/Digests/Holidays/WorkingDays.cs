using Advocacy.Programme;
using Microsoft.Extensions.Options;

namespace Advocacy.Digests.Holidays;

/// <summary>Reads which days are off as the company says now.</summary>
public sealed class WorkingDays(Company company, IOptions<DigestOptions> options)
{
    public async Task<ClosedDays> ReadAsync(CancellationToken cancellationToken = default) =>
        options.Value.MoveFromHolidays && await company.FindAsync(cancellationToken) is { } profile
            ? ClosedDays.Of(profile)
            : ClosedDays.None;
}
