using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Advocacy.Content.Feeds;

/// <summary>Finds an encoding by any of the names that feeds declare: the registered ones, and those of other platforms.</summary>
internal static class EncodingNames
{
    private const int Utf7 = 65000;
    private const int Latin1 = 28591;

    // Names that .NET does not know, and whose number is not in them; without their hyphens.
    private static readonly FrozenDictionary<string, int> s_numbers = new Dictionary<string, int>
    {
        ["ansi"] = 1252,
        ["mbcs"] = 1252,
        ["dbcs"] = 1252,
        ["cpis"] = 861,
        ["cpgr"] = 869,
        ["cspc775baltic"] = 775,
        ["cspc850multilingual"] = 850,
        ["cspc862latinhebrew"] = 862,
        ["cspc8codepage437"] = 437,
        ["csmacintosh"] = 10000,
        ["macroman"] = 10000,
        ["macgreek"] = 10006,
        ["maccyrillic"] = 10007,
        ["maccentraleurope"] = 10029,
        ["maclatin2"] = 10029,
        ["maciceland"] = 10079,
        ["macturkish"] = 10081,
        ["ebcdiccpbe"] = 500,
        ["ebcdiccpch"] = 500,
        ["ebcdiccpca"] = 37,
        ["ebcdiccpnl"] = 37,
        ["ebcdiccpus"] = 37,
        ["ebcdiccpwt"] = 37,
        ["ibm039"] = 37,
        ["utf8mb4"] = 65001,
    }.ToFrozenDictionary();

    private static readonly string[] s_prefixes =
    [
        "csibm",
        "cspcp",
        "windows-",
        "windows",
        "ibm-",
        "ibm",
        "x-cp",
        "cp-",
        "cp",
        "win",
    ];

    /// <returns><c>null</c> for a name that nobody knows. Latin-1 and ASCII mean windows-1252, as in every browser.</returns>
    public static Encoding? Find(string name)
    {
        var plain = name.ToLowerInvariant().Replace('_', '-');
        var encoding =
            Try(() => CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? Encoding.GetEncoding(plain))
            ?? (Number(plain) is { } number ? Try(() => ByNumber(number)) : null);
        return encoding?.CodePage switch
        {
            Latin1 => StrayByteFallback.Windows1252,
            Utf7 => null, // It hides markup from everything that inspects it.
            _ => encoding,
        };
    }

    private static Encoding ByNumber(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Encoding.GetEncoding(number);

    private static int? Number(string name)
    {
        if (s_numbers.TryGetValue(name.Replace("-", "", StringComparison.Ordinal), out var known))
        {
            return known;
        }

        var digits = name.AsSpan();
        foreach (var prefix in s_prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                digits = digits[prefix.Length..];
                break;
            }
        }

        return
            digits.Length is > 1 and < 6
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static Encoding? Try(Func<Encoding> find)
    {
        try
        {
            return find();
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
