using Advocacy.Platform.Store;

namespace Advocacy.People;

/// <summary>
/// Every time zone that an employee is or was in: planning asks for each of them who is due. One document in the <c>programme</c>
/// container. A zone is added before the first employee in it is saved, and stays.
/// </summary>
public sealed record EmployeeZones : Document
{
    public const string ZonesId = "zones";

    public override string PartitionKey => Id;

    /// <summary>IANA, in ordinal order.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];
}
