using Advocacy.Platform.Store;

namespace Advocacy.Programme.Training;

/// <summary>What the mail's tips are taken from. One document, id <c>tips</c>, in the <c>programme</c> container; without it the starter tips are used.</summary>
public sealed record TipSettings : Document
{
    public const string SettingsId = "tips";

    public override string PartitionKey => Id;

    /// <summary>The tips that the program brings along, in turn with the company's own.</summary>
    public bool UseStarterTips { get; init; } = true;
}
