namespace Advocacy.Digests.Spread;

/// <summary>
/// Draws that are the same on every machine and in every run. Not for secrets: FNV-1a, stirred by the finaliser of SplitMix64, because a
/// million people times forty posts is too many for a cryptographic hash.
/// </summary>
internal static class Draws
{
    public static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }
        return Stir(hash);
    }

    /// <summary>The draw of two things together; their order matters.</summary>
    public static ulong Of(ulong first, ulong second) => Stir((first * 3) ^ second);

    /// <summary>As a number from 0 up to but not including 1.</summary>
    public static double Fraction(ulong draw) => (draw >> 11) * (1.0 / (1UL << 53));

    private static ulong Stir(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
