using Advocacy.Letters;

namespace Advocacy.Drops;

/// <summary>What an answer says.</summary>
public enum AnswerKind
{
    /// <summary>A drop cannot be used.</summary>
    Refused,

    /// <summary>A suggestion may be offered to colleagues.</summary>
    Approved,

    /// <summary>Not this time.</summary>
    Rejected,

    /// <summary>A suggestion was taken back.</summary>
    Withdrawn,

    /// <summary>What was suggested was there already.</summary>
    Known,

    /// <summary>A suggestion cannot be used.</summary>
    Unusable,
}

/// <summary>
/// The one mail that tells somebody what became of what they dropped or suggested. Its id is derived from that, so that however often it is
/// ordered it is one mail.
/// </summary>
public sealed record AnswerLetter : Letter
{
    public required AnswerKind Kind { get; init; }

    /// <summary>Where it goes; <c>null</c>: to the employee's address on record.</summary>
    public string? Address { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>The post's title or the drop's id or URL, to know it by; <c>null</c> where there is none.</summary>
    public string? About { get; init; }

    /// <summary>In sentences.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}

/// <summary>The message on the <c>answers</c> queue: opaque ids only.</summary>
public sealed record AnswerMessage(string EmployeeId, string AnswerId);
