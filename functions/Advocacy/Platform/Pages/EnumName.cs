namespace Advocacy.Platform.Pages;

/// <summary>What an address or a form names of a fixed set.</summary>
internal static class EnumName
{
    /// <summary>The value that is called so; numbers and lists, which parsing an enum takes too, are none.</summary>
    public static T? Of<T>(string? name, bool ignoreCase = false)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(name, ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
            ? Enum.Parse<T>(name!, ignoreCase)
            : null;
}
