using System.Text.Json.Nodes;
using Advocacy.Local;

namespace Advocacy.Tests.Local;

/// <summary>Why the company shares, and its guidelines, in a company folder.</summary>
public sealed class CompanyProgrammeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Why_and_guidelines_are_read_in_both_languages()
    {
        _folder.Write("regler.txt", "Vær venlig\r\nAltid.\r\n");
        _folder.Write("rules.txt", "Be kind\nAlways.\n");

        var folder = Load(
            """
            "why": { "da": "Fordi.\n\nDerfor.", "en": "Because." },
            "guidelines": { "version": "2026-3", "da": "regler.txt", "en": "rules.txt" }
            """
        );

        folder.Profile.Why.ShouldBe(new("Fordi.\n\nDerfor.", "Because."));
        folder.Guidelines.ShouldNotBeNull().Version.ShouldBe("2026-3");
        folder.Guidelines.Text.ShouldBe(new("Vær venlig\nAltid.", "Be kind\nAlways."));
    }

    [Fact]
    public void A_company_need_not_have_either()
    {
        var folder = Load("\"country\": \"DK\"");

        folder.Profile.Why.ShouldBeNull();
        folder.Guidelines.ShouldBeNull();
    }

    [Theory]
    [InlineData("\"why\": \"Because.\"", "why: got \"Because.\", takes an object with da and en")]
    [InlineData("\"why\": { \"da\": \"Fordi.\" }", "why.en: is missing")]
    [InlineData(
        "\"why\": { \"da\": \"Fordi.\", \"en\": \"\" }",
        "why.en: got \"\", takes text of 1 to 2000 characters"
    )]
    [InlineData("\"guidelines\": { \"da\": \"no.txt\", \"en\": \"no.txt\" }", "guidelines.version: is missing")]
    [InlineData("\"guidelines\": { \"version\": \"1\" }", "guidelines.da: is missing")]
    [InlineData(
        "\"guidelines\": { \"version\": \"1\", \"da\": \"../x\", \"en\": \"no.txt\" }",
        "guidelines.da: got \"../x\""
    )]
    public void A_fault_is_named_with_what_it_takes(string fields, string fault) =>
        Should.Throw<InvalidDataException>(() => Load(fields)).Message.ShouldContain(fault);

    [Fact]
    public void The_sample_has_both_in_both_languages()
    {
        var sample = CompanyFolder.Sample();

        sample.Profile.Why.ShouldNotBeNull().Da.ShouldNotBe(sample.Profile.Why.En);
        var guidelines = sample.Guidelines.ShouldNotBeNull();
        guidelines.Text.Da.Split("\n\n").Length.ShouldBe(guidelines.Text.En.Split("\n\n").Length);
    }

    private CompanyFolder Load(string fields)
    {
        var text =
            "{ \"name\": \"A\", \"senderAddress\": \"a@example.com\", \"senderName\": \"A\", \"replyAddress\": \"a@example.com\", "
            + fields
            + "}";
        JsonNode.Parse(text).ShouldNotBeNull();
        _folder.Write(CompanyFolder.FileName, text);
        return CompanyFolder.Load(_folder.Path);
    }
}
