using Advocacy.Platform.Store;

namespace Advocacy.Programme.Branding;

/// <summary>What the company itself says about the value of personal branding. One document, id <c>branding</c>, in the <c>programme</c> container.</summary>
public sealed record BrandingText : Document
{
    public const string BrandingId = "branding";

    public override string PartitionKey => Id;

    public required LocalText Text { get; init; }
}
