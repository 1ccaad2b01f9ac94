using Advocacy.Platform.Store;

namespace Advocacy.Programme.Setup;

/// <summary>
/// Steps that the comms team took without entering anything: what the program brings along is good as it is. One document, id <c>steps</c>, in the
/// <c>programme</c> container. That the other steps are taken shows in what they left.
/// </summary>
public sealed record ProgrammeState : Document
{
    public const string StateId = "steps";

    public override string PartitionKey => Id;

    public IReadOnlyList<StepTaken> Taken { get; init; } = [];

    public bool Has(ProgrammeStep step) => Taken.Any(one => one.Step == step);
}

/// <param name="Step">Which.</param>
/// <param name="On">UTC date.</param>
public sealed record StepTaken(ProgrammeStep Step, DateOnly On);
