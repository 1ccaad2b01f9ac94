using Advocacy.Platform.Store;

namespace Advocacy.Programme;

/// <summary>What the company asks of those who share. One document, id <c>guidelines</c>, in the <c>programme</c> container.</summary>
public sealed record Guidelines : Document
{
    public const string GuidelinesId = "guidelines";

    public override string PartitionKey => Id;

    /// <summary>For example <c>2026-1</c>. New words take a new one: who read the version before is shown that there is another.</summary>
    public required string Version { get; init; }

    public required LocalText Text { get; init; }
}
