namespace Advocacy.Access;

/// <summary>A member of the comms team who is using one of its pages.</summary>
/// <param name="Name">As the sign-in names them, for the audit trail; never logged.</param>
/// <param name="FormToken">Must come back in the field <see cref="CommsAccess.FormField"/> of each form.</param>
public sealed record CommsPerson(string Name, string FormToken);
