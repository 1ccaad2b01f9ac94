namespace Advocacy.Tests.Digests;

/// <summary>A fair spread that offers any post to everybody: for tests whose question is when a digest comes, and not with what.</summary>
internal static class NoCaps
{
    public static readonly (string Key, string Value)[] Settings =
    [
        ("Advocacy:Digests:UnitShare", "1"),
        ("Advocacy:Digests:CompanyShare", "1"),
        ("Advocacy:Digests:HourShare", "1"),
        ("Advocacy:Digests:ReservedShare", "0"),
    ];
}
