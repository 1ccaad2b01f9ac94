using Advocacy.Platform.Store;

namespace Advocacy.Programme;

/// <summary>
/// What the company asks of those who share. The document of today has the id <c>guidelines</c> in the <c>programme</c> container; each version stands
/// beside it for good, because people said of it that they had read it.
/// </summary>
public sealed record Guidelines : Document
{
    public const string GuidelinesId = "guidelines";

    public override string PartitionKey => Id;

    /// <summary>For example <c>2026-1</c>. New words take a new one: who read the version before is shown that there is another.</summary>
    public required string Version { get; init; }

    public required LocalText Text { get; init; }

    /// <summary>How it looks when it is done well; <c>null</c> for none.</summary>
    public LocalText? Examples { get; init; }

    /// <summary>When the comms team saved this version; <c>null</c> where a company's folder brought it.</summary>
    public DateTimeOffset? SavedAt { get; init; }
}
