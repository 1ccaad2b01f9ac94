using Advocacy.Digests;
using Advocacy.Platform.Sqlite;

namespace Advocacy.Local;

/// <summary>
/// What a start does about a process that was killed: the run lock proves that nobody else is alive, so what it held is free.
/// </summary>
internal static class Recovery
{
    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<SqliteWorkQueue>().ReleaseAllAsync(cancellationToken);
        await services.GetRequiredService<ClaimSettler>().SettleAllAsync(all: true, cancellationToken);
        await services.GetRequiredService<SqliteDocumentStore>().PurgeExpiredAsync(cancellationToken);
    }
}
