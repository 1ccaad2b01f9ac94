using System.Text.RegularExpressions;
using Advocacy.People;
using Advocacy.Platform;

namespace Advocacy.Rights;

/// <summary>The person whose data is looked for.</summary>
/// <param name="Id">The employee's id.</param>
/// <param name="Address">As it is on record; <c>null</c> once erased.</param>
/// <param name="Pseudonyms">Tells whose an address in a text is, when none is on record any more.</param>
public sealed partial record Subject(string Id, string? Address, Pseudonyms Pseudonyms)
{
    public static Subject Of(string id, Employee? employee, Pseudonyms pseudonyms) =>
        new(id, employee?.Address, pseudonyms);

    /// <summary>True where a text names the person by id or by address.</summary>
    public bool IsNamedIn(string text) =>
        text.Contains(Id, StringComparison.Ordinal)
        || (Address is not null && text.Contains(Address, StringComparison.OrdinalIgnoreCase))
        || AnAddress().Matches(text).Any(found => Pseudonyms.OfAddress(found.Value) == Id);

    [GeneratedRegex(
        """[^\s"'<>,;:()\[\]{}\\]{1,64}@[A-Za-z0-9.-]{1,253}[A-Za-z0-9]""",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex AnAddress();
}
