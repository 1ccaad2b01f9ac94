using System.Reflection;
using Advocacy.Functions;
using Microsoft.Extensions.Configuration;

namespace Advocacy.Tests.Infra;

/// <summary>The sections of settings that the code declares, and the template's settings as the app would see them.</summary>
internal static class AppSections
{
    /// <summary>Section to its settings: every class of the app with a constant <c>Section</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Known() =>
        new[] { typeof(AdvocacyServices).Assembly, typeof(HarvestFeeds).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)))
            .Where(found => found.Section is { IsLiteral: true })
            .ToDictionary(
                found => (string)found.Section!.GetRawConstantValue()!,
                found => (IReadOnlyList<string>)[.. found.Type.GetProperties().Select(property => property.Name)]
            );

    /// <summary>The section that a setting belongs to, and what stands behind it.</summary>
    public static (string Section, string[] Setting) Split(string name)
    {
        var parts = name.Split("__");
        var length = parts[0] == nameof(Advocacy) ? 2 : 1;
        return (string.Join(':', parts[..length]), parts[length..]);
    }

    /// <summary>With plausible values where only Azure knows the real ones.</summary>
    public static IConfiguration Configuration(IReadOnlyDictionary<string, string> settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(setting =>
                    KeyValuePair.Create(
                        setting.Key.Replace("__", ":", StringComparison.Ordinal),
                        (string?)Value(setting.Key, setting.Value)
                    )
                )
            )
            .Build();

    private static string Value(string name, string value) =>
        value.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal) ? Convert.ToBase64String(new byte[72])
        : !value.StartsWith('[') ? value
        : name == Telemetry.ConnectionString ? "InstrumentationKey=00000000-0000-0000-0000-000000000001"
        : name.EndsWith("lientId", StringComparison.Ordinal) ? "00000000-0000-0000-0000-000000000001"
        : $"https://advocacy.example.com/";
}
