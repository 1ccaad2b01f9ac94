using Advocacy.Platform.Store;

namespace Advocacy.Tests.Platform.Store;

/// <summary>A small document for the deliveries container, whose fields <c>state</c> and <c>editionId</c> are indexed.</summary>
public sealed record Leaf : Document
{
    public override string PartitionKey => EmployeeId;

    public required string EmployeeId { get; init; }
    public string? State { get; init; }
    public string? EditionId { get; init; }
    public string? Text { get; init; }
    public int Number { get; init; }
}

/// <summary>The same shape under another name.</summary>
public sealed record Twig : Document
{
    public override string PartitionKey => EmployeeId;

    public required string EmployeeId { get; init; }
    public string? State { get; init; }
    public string? EditionId { get; init; }
}
