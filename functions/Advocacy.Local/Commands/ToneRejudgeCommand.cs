using System.CommandLine;
using Advocacy.Tone;

namespace Advocacy.Local.Commands;

/// <summary>Judges the stored readings anew after the policy was changed.</summary>
internal static class ToneRejudgeCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var command = new Command(
            "rejudge",
            """
            Judge every stored post anew by the tone policy of the settings. The analyser is not asked: what it measured is stored with
            the post. What a person approved or rejected stays. A start and every planning of digests do this by themselves.
            Example: tone rejudge --data ./trial
            """
        )
        {
            data,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var host = await LocalHost.OpenAsync(parsed.GetValue(data)!, cancellationToken);
                var report = await host.Services.GetRequiredService<ToneRejudge>().AllAsync(cancellationToken);
                Console.WriteLine(
                    $"{report.Judged} posts judged anew: {report.NowHeld} now held, {report.NowReady} now ready, {report.Same} as before; "
                        + $"{report.DecidedByPerson} stay as a person decided, {report.ReadAnew} have new texts and are read again."
                );
                return CommandLine.AllWell;
            }
        );
        return command;
    }
}
