namespace Advocacy.Programme.Pulse;

/// <summary>
/// What a question brought, counted once, when it was closed. No figure stands for fewer than five people: rare answers are counted together with
/// the next rarest, and nothing is kept of a question that fewer than five answered.
/// </summary>
/// <param name="ClosedAt">When it was counted.</param>
/// <param name="Groups">None where fewer than <see cref="PulseGroups.SmallestGroup"/> answered.</param>
public sealed record PulseResult(DateTimeOffset ClosedAt, IReadOnlyList<PulseGroup> Groups);

/// <param name="Answers">Indices into <see cref="PulseQuestion.Answers"/>; several where they were counted together.</param>
/// <param name="Count">How many gave one of them.</param>
public sealed record PulseGroup(IReadOnlyList<int> Answers, int Count);
