using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Advocacy.Tests.Infra.BicepFixture))]

namespace Advocacy.Tests.Infra;

/// <summary>
/// The compiled infrastructure. Where the compiler cannot be had, the tests that need it are skipped; on a build server they fail.
/// </summary>
public sealed class BicepFixture
{
    private const string Subscription = "00000000-0000-0000-0000-000000000001";
    private static readonly (string, string)[] s_shut =
    [
        .. new[] { "SENDGRID_API_KEY", "SMTP_PASSWORD" }.Select(key => (key, "")),
    ];

    private readonly Lazy<Task<(string? Path, string? Missing)>> _compiler = new(BicepCompiler.FindAsync);
    private readonly ConcurrentDictionary<string, Lazy<Task<Template>>> _templates = new();

    public Task<Template> DevAsync() => CompileAsync("dev");

    public Task<Template> ProdAsync() => CompileAsync("prod");

    /// <summary>Everything that the other two leave out: mail by SMTP with a password, and the sign-in.</summary>
    public Task<Template> WithSmtpAndSignInAsync() =>
        CompileAsync(
            "prod",
            ("ADVOCACY_MAIL", "Smtp"),
            ("SMTP_HOST", "mail.example.com"),
            ("SMTP_USER", "advocacy"),
            ("ADVOCACY_COMMS_CLIENT_ID", "00000000-0000-0000-0000-000000000002"),
            ("ADVOCACY_OPERATORS", """["operator@example.com"]""")
        );

    private Task<Template> CompileAsync(string parameters, params (string Name, string Value)[] environment) =>
        _templates
            .GetOrAdd(
                string.Join('|', [parameters, .. environment.Select(pair => pair.Value)]),
                _ => new Lazy<Task<Template>>(() => SnapshotAsync(parameters, environment))
            )
            .Value;

    private async Task<Template> SnapshotAsync(string parameters, (string, string)[] environment)
    {
        var (compiler, missing) = await _compiler.Value;
        if (compiler is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", missing!);
            Assert.Fail(missing!);
        }
        // The compiler writes beside its files: it works on a copy.
        var folder = Directory.CreateTempSubdirectory("advocacy-infra-").FullName;
        try
        {
            Copy(Repository.PathOf("infra"), folder);
            var (code, said) = await BicepCompiler.RunAsync(
                compiler,
                folder,
                [
                    "snapshot",
                    $"{parameters}.bicepparam",
                    "--subscription-id",
                    Subscription,
                    "--location",
                    "northeurope",
                    "--deployment-name",
                    "test",
                ],
                [.. s_shut, .. environment]
            );
            code.ShouldBe(0, said);
            return Template.Parse(await File.ReadAllTextAsync(Path.Combine(folder, $"{parameters}.snapshot.json")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
