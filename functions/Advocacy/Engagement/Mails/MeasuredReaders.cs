using Advocacy.Consent;
using Microsoft.Extensions.Options;

namespace Advocacy.Engagement.Mails;

/// <summary>Whose mails may carry measured links.</summary>
public sealed class MeasuredReaders(ConsentLedger consents, IOptions<MeasurementOptions> options)
{
    private static readonly IReadOnlySet<string> Nobody = new HashSet<string>();

    /// <summary>Of these employees, those who consented. Where that cannot be read, nobody: a mail with direct links is as good a mail.</summary>
    public async Task<IReadOnlySet<string>> OfAsync(
        IReadOnlyCollection<string> employeeIds,
        CancellationToken cancellationToken = default
    )
    {
        if (options.Value is { Links: false, Opens: false })
        {
            return Nobody;
        }
        try
        {
            var consented = await Task.WhenAll(
                employeeIds.Select(id => consents.AllowsAsync(id, ConsentPurpose.ClickMeasurement, cancellationToken))
            );
            return employeeIds.Zip(consented).Where(one => one.Second).Select(one => one.First).ToHashSet();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Nobody;
        }
    }
}
