using System.ComponentModel.DataAnnotations;
using Advocacy.Tone;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using static Advocacy.Tests.Tone.TestPosts;

namespace Advocacy.Tests.Tone;

public sealed class TonePolicyOptionsTests
{
    [Fact]
    public void The_defaults_are_in_range() => Problems(new()).ShouldBeEmpty();

    [Theory]
    [InlineData(-1.1, 0.4, nameof(TonePolicyOptions.MinimumScore))]
    [InlineData(0.0, 1.1, nameof(TonePolicyOptions.MaximumNegative))]
    public void A_value_out_of_range_is_named(double minimum, double maximum, string name) =>
        Problems(new() { MinimumScore = minimum, MaximumNegative = maximum })
            .ShouldHaveSingleItem()
            .MemberNames.ShouldBe([name]);

    [Fact]
    public void Configuration_adds_words_and_topics_to_the_defaults()
    {
        var options = Bound(
            ("Topics:competitors:Words:0", "Acme*"),
            ("Topics:merger:Reason", "Not before the announcement."),
            ("Topics:merger:Words:0", "fusion*"),
            ("Topics:politics:Enabled", "false"),
            ("MaxNegativeSentences", "3")
        );
        var policy = new TonePolicy(Options.Create(options));

        options.MaxNegativeSentences.ShouldBe(3);
        Rules("Bedre end Acmes").ShouldBe(["topic:competitors"]);
        Rules("Fusionen er på plads").ShouldBe(["topic:merger"]);
        Rules("Stem på os").ShouldBeEmpty();
        Rules("Massefyring").ShouldBe(["topic:layoffs"]);

        IEnumerable<string> Rules(string title) => policy.Judge(Post(title), Reading()).Reasons.Select(r => r.Rule);
    }

    [Fact]
    public void The_version_changes_with_every_option_and_only_then()
    {
        var versions = new[]
        {
            Version(),
            Version(("MinimumScore", "0")),
            Version(("MaximumCapitals", "0.6")),
            Version(("HoldCprNumbers", "false")),
            Version(("Topics:competitors:Words:0", "Acme")),
            Version(("Topics:politics:Enabled", "false")),
        };

        versions.Distinct().Count().ShouldBe(versions.Length);
        Version().ShouldBe(versions[0]);
    }

    private static string Version(params (string Key, string Value)[] settings) =>
        new TonePolicy(Options.Create(Bound(settings))).Version;

    private static TonePolicyOptions Bound(params (string Key, string Value)[] settings)
    {
        var options = new TonePolicyOptions();
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(s => KeyValuePair.Create($"{TonePolicyOptions.Section}:{s.Key}", (string?)s.Value))
            )
            .Build()
            .GetSection(TonePolicyOptions.Section)
            .Bind(options);
        return options;
    }

    private static List<ValidationResult> Problems(TonePolicyOptions options)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        return problems;
    }
}
