using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Digests.Spread;
using Advocacy.Platform.Store;

namespace Advocacy.Local.Weeks;

/// <summary>What a run came to. Printed as a table, or as JSON; the last one is kept for the start page.</summary>
internal sealed record WeekReport : Document
{
    public const string LastId = "last-run";

    public override string PartitionKey => Id;

    /// <summary>The ISO week in UTC, for example <c>2026-W48</c>.</summary>
    public required string Week { get; init; }

    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }
    public RosterCounts? Roster { get; init; }
    public IReadOnlyList<HarvestedSource> Feeds { get; init; } = [];
    public EntryCounts Entries { get; init; } = new(0, 0, []);
    public PostTotals Posts { get; init; } = new(0, []);
    public EmployeeCounts Employees { get; init; } = new(0, 0, new Dictionary<SkipReason, int>());

    /// <summary>Posts that more texts would carry further; those first that lose most.</summary>
    public IReadOnlyList<ThinPost> Thin { get; init; } = [];

    /// <summary>The folder with one <c>.eml</c> per digest; <c>null</c> where another mailer carries them.</summary>
    public string? Outbox { get; init; }

    /// <summary>What failed, each in a sentence; the rest was done.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>What was odd and did no harm.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <param name="Rows">Read.</param>
/// <param name="Imported">New, changed or unchanged people.</param>
/// <param name="WithoutConsent">Of them, people who do not receive the digest.</param>
internal sealed record RosterCounts(long Rows, long Imported, long WithoutConsent);

/// <param name="New">Became Posts.</param>
/// <param name="Duplicate">Were Posts, or on their way, already.</param>
/// <param name="Refused">Why, one sentence each.</param>
internal sealed record EntryCounts(int New, int Duplicate, IReadOnlyList<string> Refused);

/// <param name="Ready">All posts that may be offered.</param>
/// <param name="Held">All posts that wait for a person, with the reasons.</param>
internal sealed record PostTotals(int Ready, IReadOnlyList<HeldPost> Held);

internal sealed record HeldPost(string Title, IReadOnlyList<string> Reasons);

/// <param name="Due">People whose digest hour came.</param>
/// <param name="Mailed">Digests sent.</param>
/// <param name="Skipped">By reason.</param>
internal sealed record EmployeeCounts(int Due, int Mailed, IReadOnlyDictionary<SkipReason, int> Skipped);
