using System.Globalization;
using System.Text;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Sharing;
using Microsoft.Extensions.Options;

namespace Advocacy.Local.Weeks;

/// <summary>What loading a run's inputs came to.</summary>
/// <param name="Drops">The file's name by the message that was put on the queue.</param>
internal sealed record LoadedInputs(
    RosterCounts? Roster,
    IReadOnlyDictionary<string, string> Drops,
    IReadOnlyList<string> Failures,
    IReadOnlyList<string> Notes
);

/// <summary>Puts a run's inputs where the functions find them. Loading the same twice changes nothing.</summary>
internal sealed class CompanyLoader(
    Company company,
    ProgrammeLoader programme,
    GivenFeeds feeds,
    RosterImport roster,
    FailureLog failures,
    IWorkQueue queue,
    IDocumentStore store,
    IOptions<SiteOptions> site,
    TimeProvider time
)
{
    public async Task<LoadedInputs> LoadAsync(
        WeekInputs inputs,
        StageDisplay display,
        CancellationToken cancellationToken = default
    )
    {
        var failed = new List<string>();
        var notes = new List<string>();
        // First, so that a run that dies on the way is known to have begun.
        await feeds.RegisterAsync(inputs, cancellationToken);
        if (inputs.Company is { } folder)
        {
            // What the comms team wrote on its page is nowhere else; the folder's own words, where it has some, hold.
            var why = folder.Profile.Why ?? (await company.FindAsync(cancellationToken))?.Why;
            await company.SaveAsync(folder.Profile with { Why = why }, cancellationToken);
            if (folder.Guidelines is { } guidelines)
            {
                await company.SaveAsync(guidelines, cancellationToken);
            }
            await programme.LoadAsync(folder.Programme, cancellationToken);
        }
        var rosterFile = inputs.Roster ?? inputs.Company?.RosterPath;
        var counts = rosterFile is null
            ? null
            : await ImportAsync(rosterFile, display, failed, notes, cancellationToken);
        var drops = await DropAsync(inputs, failed, cancellationToken);
        await EnsureProfileAsync(notes, cancellationToken);
        return new LoadedInputs(counts, drops, failed, notes);
    }

    private async Task<RosterCounts> ImportAsync(
        string file,
        StageDisplay display,
        List<string> failed,
        List<string> notes,
        CancellationToken cancellationToken
    )
    {
        display.Begin(Stages.People, null);
        await using var csv = File.OpenRead(file);
        var report = await roster.ImportAsync(csv, cancellationToken: cancellationToken);
        var name = Path.GetFileName(file);
        failed.AddRange(
            report
                .Problems.Where(problem => problem.Kind != RosterProblemKind.Warning)
                .Select(problem => $"{name}, {problem}")
        );
        notes.AddRange(
            report
                .Problems.Where(problem => problem.Kind == RosterProblemKind.Warning)
                .Select(problem => $"{name}, {problem}")
        );
        var counts = new RosterCounts(
            report.RowsRead,
            report.New + report.Changed + report.Unchanged,
            report.WithoutConsent
        );
        display.Done(
            Stages.People,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{counts.Rows} rows read, {counts.Imported} people on the roster, {counts.WithoutConsent} of them without consent"
            )
        );
        return counts;
    }

    private async Task<IReadOnlyDictionary<string, string>> DropAsync(
        WeekInputs inputs,
        List<string> failed,
        CancellationToken cancellationToken
    )
    {
        var folder = inputs.Company;
        var drops = (folder?.DropPaths ?? [])
            .Select(path => (Path: path, Read: (Func<string>)(() => folder!.DropText(path, time, SampleBase))))
            .Concat(inputs.Drops.Select(path => (Path: path, Read: (Func<string>)(() => DropFile.Read(path)))));
        var files = new Dictionary<string, string>();
        foreach (var (path, read) in drops)
        {
            var name = Path.GetFileName(path);
            string text;
            try
            {
                text = read();
            }
            catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                failed.Add($"{name}: {error.Message}");
                continue;
            }
            // What is wrong with it is said once, by whoever keeps it; the file's name is known only here.
            files[text] = name;
            await DropAsync(text, cancellationToken);
        }
        return files;
    }

    /// <summary>Puts a drop on the queue; why it was kept instead, where a message cannot hold it.</summary>
    public async Task<string?> DropAsync(string text, CancellationToken cancellationToken = default)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > Queues.LongestMessage)
        {
            var reason = string.Create(
                CultureInfo.InvariantCulture,
                $"The drop has {bytes} bytes; a message takes at most {Queues.LongestMessage}. Shorten its summary or texts."
            );
            await failures.KeepAsync(Queues.Content, text, reason, cancellationToken);
            return reason;
        }
        await queue.EnqueueAsync(Queues.Content, [text], cancellationToken: cancellationToken);
        return null;
    }

    /// <summary>Pictures of a company's folder are read from the host, so that mails show them while it runs.</summary>
    public string SampleBase => $"{site.Value.BaseUrl}{LocalPaths.Sample}";

    /// <summary>Without a company's folder the digests still need a name to disclose: the one in the people's addresses.</summary>
    private async Task EnsureProfileAsync(List<string> notes, CancellationToken cancellationToken)
    {
        if (await company.FindAsync(cancellationToken) is not null)
        {
            return;
        }
        var someone = await store.QueryAsync<Employee>(
            new Query(Containers.Employees) { PageSize = 1 },
            cancellationToken
        );
        var domain =
            someone.Items.Select(item => item.Value.Address.Split('@')[^1]).FirstOrDefault() ?? "company.example";
        var name = NameOf(domain);
        await company.SaveAsync(
            new CompanyProfile
            {
                Id = CompanyProfile.CompanyId,
                Name = name,
                SenderName = name,
                SenderAddress = $"advocacy@{domain}",
                ReplyAddress = $"advocacy@{domain}",
            },
            cancellationToken
        );
        notes.Add(
            $"No company folder was given: the digests name the company '{name}'. Say better with --company DIR."
        );
    }

    /// <summary><c>acme.dk</c>, <c>mail.acme.dk</c> and <c>acme.co.uk</c> are all Acme's.</summary>
    internal static string NameOf(string domain)
    {
        var name = domain.Split('.') switch
        {
            [.., var own, "co" or "com" or "org" or "net" or "ac" or "gov" or "edu", { Length: 2 }] => own,
            [.., var own, _] => own,
            _ => domain,
        };
        return CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name);
    }
}
