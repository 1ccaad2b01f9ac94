using System.Text.Json;
using System.Text.RegularExpressions;

namespace Advocacy.Tests.Infra;

public sealed partial class ParameterFileTests
{
    [Fact]
    public void Dev_and_prod_differ_in_values_only()
    {
        var dev = Names("dev");

        dev.Count.ShouldBeGreaterThan(10);
        Names("prod").ShouldBe(dev);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Secrets_come_from_the_environment_of_the_one_who_deploys(string file)
    {
        var bicep = Repository.Read("infra", "main.bicep");
        var secret = SecureParameter().Matches(bicep).Select(match => match.Groups["text"].Value).ToList();
        var text = Repository.Read("infra", $"{file}.bicepparam");

        secret.ShouldBe(["sendGridApiKey", "smtpPassword"], ignoreOrder: true);
        foreach (var name in secret)
        {
            text.Split('\n')
                .Single(line => line.StartsWith($"param {name} = ", StringComparison.Ordinal))
                .ShouldMatch(@"readEnvironmentVariable\('[A-Z_]+', ''\)$");
        }
    }

    [Fact]
    public void Azd_provisions_from_here_and_deploys_the_functions()
    {
        var dev = Repository.Read("infra", "azure.yaml");
        var prod = Repository.Read("infra", "prod", "azure.yaml");

        dev.ShouldContain("\n  path: .\n  module: dev\n");
        prod.ShouldContain("\n  path: ..\n  module: prod\n");
        foreach (var (folder, text) in new[] { ("infra", dev), (Path.Combine("infra", "prod"), prod) })
        {
            var project = Project().Match(text).Groups["text"].Value;
            File.Exists(Path.Combine(Repository.PathOf(folder), project, "Advocacy.Functions.csproj")).ShouldBeTrue();
            // The tag by which azd finds the app bears the service's name.
            text.ShouldContain("\nservices:\n  functions:\n");
            text.ShouldContain("host: function\n");
        }
        Repository.Read("infra", "modules", "app.bicep").ShouldContain("'azd-service-name': 'functions'");
    }

    [Fact]
    public void Every_rule_of_the_linter_is_an_error()
    {
        using var config = JsonDocument.Parse(Repository.Read("infra", "bicepconfig.json"));
        var rules = config
            .RootElement.GetProperty("analyzers")
            .GetProperty("core")
            .GetProperty("rules")
            .EnumerateObject()
            .ToList();

        rules.Count.ShouldBeGreaterThanOrEqualTo(55);
        rules.ShouldAllBe(rule => rule.Value.GetProperty("level").GetString() == "error");
    }

    [Fact]
    public void No_module_comes_from_elsewhere()
    {
        foreach (
            var file in Directory.EnumerateFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories)
        )
        {
            ModuleSource()
                .Matches(File.ReadAllText(file))
                .ShouldAllBe(match => match.Groups["text"].Value.StartsWith("modules/", StringComparison.Ordinal));
        }
    }

    private static List<string> Names(string file) =>
        [
            .. Parameter()
                .Matches(Repository.Read("infra", $"{file}.bicepparam"))
                .Select(match => match.Groups["text"].Value),
        ];

    [GeneratedRegex(
        @"^param (?<text>\w+) = ",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Parameter();

    [GeneratedRegex(@"@secure\(\)\s+param (?<text>\w+) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecureParameter();

    [GeneratedRegex(
        @"^    project: (?<text>\S+)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Project();

    [GeneratedRegex(
        @"^module \w+ '(?<text>[^']+)'",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ModuleSource();
}
