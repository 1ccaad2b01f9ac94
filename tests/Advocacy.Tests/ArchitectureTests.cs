using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Advocacy.Functions;
using Advocacy.Local;
using Advocacy.Local.Hosting;
using Advocacy.Local.Weeks;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Queue;
using Advocacy.Programme;
using Advocacy.Tests.Local;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace Advocacy.Tests;

/// <summary>The decisions that hold the parts together, and the places that must say the same.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Core = typeof(AdvocacyServices).Assembly;
    private static readonly Assembly FunctionsApp = typeof(HarvestFeeds).Assembly;
    private static readonly Assembly LocalApp = typeof(LocalHost).Assembly;

    private static readonly Lazy<Architecture> Loaded = new(() => new ArchLoader().LoadAssemblies(Core).Build());

    public static TheoryData<Type> FunctionClasses() =>
        [
            .. FunctionCatalog
                .Of(FunctionsApp, _ => null)
                .All.Select(function => function.Method.DeclaringType!)
                .Distinct(),
        ];

    [Theory]
    [MemberData(nameof(FunctionClasses))]
    public async Task Every_function_class_can_be_made_in_every_host(Type type)
    {
        using var folder = new TemporaryFolder();
        await using var azure = Services(folder).BuildServiceProvider();
        ActivatorUtilities.CreateInstance(azure, type).ShouldNotBeNull();
        await using var local = LocalHost.Build(folder.Path, null, null, LogLevel.None);
        ActivatorUtilities.CreateInstance(local.Services, type).ShouldNotBeNull();
    }

    [Fact]
    public async Task Every_registered_service_resolves_in_every_host()
    {
        using var folder = new TemporaryFolder();
        var services = Services(folder);
        var ours = services
            .Select(service => service.ServiceType)
            .Where(type => type.Namespace!.StartsWith(nameof(Advocacy), StringComparison.Ordinal))
            .ToList();
        ours.Count.ShouldBeGreaterThan(40);
        Type[] local =
        [
            typeof(FunctionCatalog),
            typeof(FunctionInvoker),
            typeof(QueuePump),
            typeof(TimerLoop),
            typeof(CompanyLoader),
            typeof(WeekRun),
            typeof(WeekRunner),
            typeof(LocalFigures),
            typeof(LocalPages),
        ];

        await using (
            var azure = services.BuildServiceProvider(
                new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
            )
        )
        {
            ours.ForEach(type => azure.GetRequiredService(type).ShouldNotBeNull());
        }
        await using var host = LocalHost.Build(folder.Path, null, null, LogLevel.None);
        foreach (var type in ours.Concat(local))
        {
            host.Services.GetRequiredService(type).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Nothing_calls_back_from_the_core_to_its_hosts()
    {
        References(Core).ShouldNotContain("Advocacy.Functions");
        References(Core).ShouldNotContain("Advocacy.Local");
        References(Core).ShouldNotContain("Microsoft.Azure.Functions.Worker");
        References(FunctionsApp).ShouldNotContain("Advocacy.Local");
        References(FunctionsApp).ShouldContain("Advocacy");
    }

    [Fact]
    public void Each_package_that_a_registry_may_lack_is_used_in_its_one_place()
    {
        References(FunctionsApp).ShouldContain("Microsoft.Azure.Functions.Worker");
        References(FunctionsApp).ShouldNotContain("Azure.AI.TextAnalytics");
        References(LocalApp).ShouldNotContain("Azure.AI.TextAnalytics");

        var speakers = Dependencies()
            .Where(use => Within(use.To, "Azure.AI.TextAnalytics"))
            .Select(use => use.From)
            .Distinct()
            .ToList();

        speakers.ShouldNotBeEmpty();
        speakers.Where(type => !Within(type, "Advocacy.Platform.Tone")).Select(type => type.FullName).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("functions/Advocacy.Functions/Advocacy.Functions.csproj", "Microsoft.Azure.Functions.Worker")]
    [InlineData("functions/Advocacy/Advocacy.csproj", "Azure.AI.TextAnalytics")]
    public void The_deploy_build_takes_the_package_and_every_other_build_its_stand_in(string project, string package)
    {
        var items = XDocument.Load(Root(project)).Descendants().Where(item => item.Attribute("Include") is not null);
        var used = items
            .Where(item =>
                $"{item.Attribute("Include")!.Value}/".Contains($"/{package}/")
                || item.Attribute("Include")!.Value == package
            )
            .Select(item => (item.Name.LocalName, item.Parent!.Attribute("Condition")?.Value));

        used.ShouldBe(
            [("PackageReference", "'$(DeployBuild)' == 'true'"), ("ProjectReference", "'$(DeployBuild)' != 'true'")],
            ignoreOrder: true
        );
    }

    [Fact]
    public void Platform_knows_no_feature_but_the_company_that_its_pages_name()
    {
        var features = TypesOf(Core)
            .Select(type => type.Namespace?.Split('.') is [nameof(Advocacy), var name, ..] ? name : null)
            .OfType<string>()
            .Where(name => name != "Platform")
            .ToHashSet();
        features.ShouldContain("Digests");

        Dependencies()
            .ShouldContain(use => Named(use.From, typeof(PageRenderer)) && Named(use.To, typeof(CompanyProfile)));
        Dependencies()
            .Where(use => Within(use.From, "Advocacy.Platform"))
            .Where(use => features.Any(feature => Within(use.To, $"Advocacy.{feature}")))
            .Where(use => !(Within(use.From, "Advocacy.Platform.Pages") && Named(use.To, typeof(CompanyProfile))))
            .Select(use => $"{use.From.FullName} uses {use.To.FullName}")
            .Distinct()
            .ShouldBeEmpty();
    }

    [Fact]
    public void Sql_is_spoken_in_its_adapter_only()
    {
        var speakers = Dependencies()
            .Where(use => Within(use.To, "Microsoft.Data.Sqlite") || Within(use.To, "SQLitePCL"))
            .Select(use => use.From)
            .Distinct()
            .ToList();

        speakers.ShouldNotBeEmpty();
        speakers.Where(type => !Within(type, "Advocacy.Platform.Sqlite")).Select(type => type.FullName).ShouldBeEmpty();
        References(LocalApp).ShouldNotContain("Microsoft.Data.Sqlite");
        References(FunctionsApp).ShouldNotContain("Microsoft.Data.Sqlite");
    }

    [Fact]
    public void Every_queue_and_every_poison_queue_has_its_one_function()
    {
        var read = FunctionCatalog.Of(FunctionsApp, _ => null).Queues.Select(function => function.Queue);

        read.ShouldBe([.. Queues.All, .. Queues.All.Select(Queues.PoisonOf)], ignoreOrder: true);
    }

    [Fact]
    public void Every_log_event_has_a_number_of_its_own()
    {
        var events = new[] { Core, FunctionsApp, LocalApp }
            .SelectMany(TypesOf)
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            .Select(method => (method.Name, Event: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(found => found.Event is not null)
            .ToList();

        events.Count.ShouldBeGreaterThan(10);
        events.ShouldAllBe(found => found.Event!.EventId > 0);
        events
            .GroupBy(found => found.Event!.EventId)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(found => found.Name))}")
            .ShouldBeEmpty();
    }

    private static ServiceCollection Services(TemporaryFolder folder)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Advocacy:Data:Folder", (string?)folder.Path)])
            .Build();
        var services = new ServiceCollection();
        services.AddLogging().AddAdvocacy(configuration);
        return services;
    }

    private static IEnumerable<(IType From, IType To)> Dependencies() =>
        Loaded.Value.Types.SelectMany(type => type.Dependencies.Select(use => (use.Origin, use.Target)));

    private static bool Within(IType type, string space) =>
        type.FullName.StartsWith(space + ".", StringComparison.Ordinal);

    private static bool Named(IType type, Type expected) => type.FullName == expected.FullName;

    private static IEnumerable<string?> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name);

    private static Type[] TypesOf(Assembly assembly) => assembly.GetTypes();

    /// <summary>A file of the repository.</summary>
    private static string Root(params string[] parts) => Path.Combine([Path.GetFullPath("../..", Here()), .. parts]);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
