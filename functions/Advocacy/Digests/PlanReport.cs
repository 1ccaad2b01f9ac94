using System.Text.Json;
using Advocacy.Platform.Store;

namespace Advocacy.Digests;

/// <summary>Why a person whose hour came gets no digest in this run.</summary>
public enum SkipReason
{
    NoConsent,
    Paused,

    /// <summary>The mail provider says that the address takes no mail.</summary>
    Suspended,

    /// <summary>Nothing that suits and was not offered before.</summary>
    NothingNew,

    /// <summary>This edition's digest was planned or sent before.</summary>
    AlreadySent,

    /// <summary>Who wants the digest less often than weekly had it too short a time ago.</summary>
    NotThisWeek,
}

/// <summary>What a planning run did. The counts add up: due = planned + skipped.</summary>
/// <param name="Due">People whose digest hour came.</param>
/// <param name="Planned">Deliveries put on the queue.</param>
/// <param name="Skipped">By reason; reasons without anybody are left out.</param>
public sealed record PlanReport(int Due, int Planned, IReadOnlyDictionary<SkipReason, int> Skipped)
{
    public static readonly PlanReport Empty = new(0, 0, new Dictionary<SkipReason, int>());

    public static PlanReport operator +(PlanReport left, PlanReport right) =>
        new(
            left.Due + right.Due,
            left.Planned + right.Planned,
            left.Skipped.Concat(right.Skipped)
                .GroupBy(skip => skip.Key)
                .ToDictionary(g => g.Key, g => g.Sum(s => s.Value))
        );
}

/// <summary>The message on the <c>digests</c> queue: some people's deliveries of one edition.</summary>
public sealed record DigestMessage(string EditionId, IReadOnlyList<string> EmployeeIds)
{
    /// <summary>As many messages as the employees need, at most <paramref name="batchSize"/> in each.</summary>
    public static IReadOnlyList<string> For(string editionId, IEnumerable<string> employeeIds, int batchSize) =>
        [
            .. employeeIds
                .Chunk(batchSize)
                .Select(ids => JsonSerializer.Serialize(new DigestMessage(editionId, ids), DocumentJson.Options)),
        ];
}
