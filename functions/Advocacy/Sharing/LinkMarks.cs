using Advocacy.Programme;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Advocacy.Sharing;

/// <summary>
/// The company's link parameters, kept in memory: whoever follows a short link costs one read, that of the post. They are read when the host
/// starts and every minute after that, by no request.
/// </summary>
public sealed class LinkMarks(Company company, TimeProvider time, ILogger<LinkMarks> logger) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(1);

    private volatile UtmTemplate _template = UtmTemplate.Of(null);

    /// <summary>The default until it was read for the first time.</summary>
    public UtmTemplate Template => _template;

    public async Task RefreshAsync(CancellationToken cancellationToken = default) =>
        _template = UtmTemplate.Of(await company.FindAsync(cancellationToken));

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryRefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryRefreshAsync(stoppingToken);
        }
    }

    private async Task TryRefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Links lead where they should meanwhile, with the parameters that were known last.
            SharingLog.MarksNotRead(logger, error);
        }
    }
}
