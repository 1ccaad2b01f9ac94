using Advocacy.Digests;
using Advocacy.Drops;
using Advocacy.Invitations;
using Advocacy.Joining;
using Advocacy.Platform.Sqlite;
using Advocacy.Tone;

namespace Advocacy.Local;

/// <summary>
/// What a start does about a process that was killed: the run lock proves that nobody else works on this data folder, so what lies in
/// its file is free. A store or queue that other processes share too frees what was held by its own time-outs.
/// </summary>
internal static class Recovery
{
    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<SqliteWorkQueue>() is { } queue)
        {
            await queue.ReleaseAllAsync(cancellationToken);
        }
        var store = services.GetService<SqliteDocumentStore>();
        var all = store is not null;
        await services.GetRequiredService<ClaimSettler>().SettleAllAsync(all, cancellationToken);
        await services.GetRequiredService<JoinMailer>().SettleAllAsync(all, cancellationToken);
        await services.GetRequiredService<InvitationSender>().SettleAllAsync(all, cancellationToken);
        await services.GetRequiredService<AnswerMailer>().SettleAllAsync(all, cancellationToken);
        await services.GetRequiredService<ToneRejudge>().IfPolicyChangedAsync(cancellationToken);
        if (store is not null)
        {
            await store.PurgeExpiredAsync(cancellationToken);
        }
    }
}
