namespace Advocacy.Access;

/// <summary>Section <c>Advocacy:Access</c>: who may use the comms team's pages.</summary>
public sealed class AccessOptions
{
    public const string Section = "Advocacy:Access";

    /// <summary>
    /// True on a machine that only its own user reaches: its pages are open to requests from that machine, without sign-in. The local host sets
    /// it; in Azure sign-in decides. Default false.
    /// </summary>
    public bool ThisMachine { get; set; }

    /// <summary>The app role in Entra that a member of the comms team has. Default <c>Comms</c>.</summary>
    public string Role { get; set; } = "Comms";
}
