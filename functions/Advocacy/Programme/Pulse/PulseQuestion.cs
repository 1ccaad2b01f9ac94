using Advocacy.Digests;
using Advocacy.Platform.Store;

namespace Advocacy.Programme.Pulse;

/// <summary>
/// One question to everyone who gets a digest, about sharing: anonymous and voluntary. The digests of its weeks carry it; it can be answered until
/// <see cref="ClosesOn"/>, and only then its <see cref="Result"/> is counted. One document each in the <c>programme</c> container.
/// </summary>
public sealed record PulseQuestion : Document
{
    public override string PartitionKey => Id;

    public required LocalText Question { get; init; }

    /// <summary>Two to five.</summary>
    public required IReadOnlyList<LocalText> Answers { get; init; }

    /// <summary>The first edition that asks it, for example <c>2026-W48</c>.</summary>
    public required string FirstEdition { get; init; }

    /// <summary>1 to 4: how many editions ask it, so that who has a digest every fourth week is asked too.</summary>
    public int Weeks { get; init; } = 1;

    /// <summary>Once it is closed; <c>null</c> before.</summary>
    public PulseResult? Result { get; init; }

    /// <summary>UTC date from which nobody can answer any more: two weeks after the last edition that asks.</summary>
    public DateOnly ClosesOn => Edition.MondayOf(FirstEdition).AddDays(7 * (Weeks + 2));

    /// <summary>True where this edition's digests carry it.</summary>
    public bool IsAskedIn(string editionId)
    {
        var week = (Edition.MondayOf(editionId).DayNumber - Edition.MondayOf(FirstEdition).DayNumber) / 7;
        return week >= 0 && week < Weeks;
    }

    /// <summary>True where an edition would ask both.</summary>
    public bool Overlaps(PulseQuestion other) => IsAskedIn(other.FirstEdition) || other.IsAskedIn(FirstEdition);

    public bool IsOpenAt(DateTimeOffset now) => Result is null && DateOnly.FromDateTime(now.UtcDateTime) < ClosesOn;

    /// <summary>As one of its editions asks it.</summary>
    public PulseInvitation In(string editionId) =>
        new(Id, Question, Answers)
        {
            EarlierEditions =
            [
                .. Enumerable
                    .Range(0, Weeks)
                    .Select(week => Edition.IdOf(Edition.MondayOf(FirstEdition).AddDays(7 * week)))
                    .TakeWhile(edition => edition != editionId),
            ],
        };
}
