using System.Net;
using Advocacy.Functions;
using Advocacy.Local.Hosting;
using Advocacy.Local.Weeks;
using Advocacy.Platform;
using Advocacy.Platform.Cosmos;
using Microsoft.Extensions.Options;

namespace Advocacy.Local;

/// <summary>Builds the host of every command: the same services, with or without a web server.</summary>
internal static class LocalHost
{
    /// <param name="dataFolder">Where the embedded adapters keep things.</param>
    /// <param name="clock">Replaces the clock; <c>null</c> for the real one.</param>
    /// <param name="port">To listen on; <c>null</c> for no web server.</param>
    /// <param name="logLevel">Of our own categories; the frameworks' say warnings only.</param>
    /// <param name="replace">Registers what takes the place of a service, for measurements.</param>
    public static WebApplication Build(
        string dataFolder,
        TimeProvider? clock,
        int? port,
        LogLevel logLevel,
        Action<IServiceCollection>? replace = null
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .Configuration.AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Advocacy:Site:BaseUrl"] = $"http://127.0.0.1:{port ?? DefaultPort}",
                    // The company's own feed files are served on loopback, and fetched from there as any other.
                    ["Advocacy:Fetch:AllowLoopback"] = "true",
                }
            )
            .AddSettings(Path.GetFullPath(Path.Combine(dataFolder, "advocacy.json")))
            .AddEnvironmentVariables()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    // Last, because the run lock was taken on this folder: nothing may move the data into another.
                    ["Advocacy:Data:Folder"] = dataFolder,
                    // It listens on loopback and nowhere else.
                    ["Advocacy:Access:ThisMachine"] = "true",
                }
            );
        builder
            .Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
            })
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Advocacy", logLevel)
            // A start that fails is thrown to us as well, and told in one sentence instead of a stack trace.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            // Last, so that whoever looks for a fault can say more: Logging:LogLevel:Advocacy = Debug.
            .AddConfiguration(builder.Configuration.GetSection("Logging"));
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }
        // The settings of an installation work here too; only what they say of Application Insights has no use.
        builder.Services.AddAdvocacy(builder.Configuration).AddKnown(TelemetryOptions.Section);
        builder.Services.AddRoutingCore();
        builder
            .Services.AddSingleton(provider =>
                FunctionCatalog.Of(
                    typeof(HarvestFeeds).Assembly,
                    key => provider.GetRequiredService<IConfiguration>()[key]
                )
            )
            .AddSingleton<FunctionInvoker>()
            .AddSingleton<QueuePump>()
            .AddSingleton<TimerLoop>()
            .AddSingleton<GivenFeeds>()
            .AddSingleton<ProgrammeLoader>()
            .AddSingleton<CompanyLoader>()
            .AddSingleton<WeekRun>()
            .AddSingleton<WeekRunner>()
            .AddSingleton<FirstRun>()
            .AddSingleton<LocalFigures>()
            .AddSingleton<LocalFrames>()
            .AddSingleton<MailboxPages>()
            .AddSingleton<PeoplePages>()
            .AddSingleton<LocalPages>();
        replace?.Invoke(builder.Services);
        builder.WebHost.UseKestrelCore();
        if (port is { } listen)
        {
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, listen));
        }
        return builder.Build();
    }

    public const int DefaultPort = 7071;

    /// <summary>The host of a command that serves nothing, its settings checked; only warnings are said.</summary>
    /// <exception cref="UsageException">As of <see cref="CheckAsync"/>.</exception>
    public static async Task<WebApplication> OpenAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var host = Build(dataFolder, clock: null, port: null, LogLevel.Warning);
        try
        {
            await CheckAsync(host.Services, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Checks all settings now, and that what they name is there; says what is wrong as one message.</summary>
    /// <exception cref="UsageException">A setting is wrong, or the store that they name cannot be used.</exception>
    public static async Task CheckAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        CheckOptions(services);
        try
        {
            await (services.GetService<CosmosSetup>()?.CheckAsync(cancellationToken) ?? Task.CompletedTask);
        }
        catch (CosmosStoreException error)
        {
            throw new UsageException(error.Message);
        }
    }

    /// <summary>The host of a command that has nothing to do without data: a slip in the folder's name must not look like data in which there is nothing.</summary>
    /// <exception cref="UsageException">There is none; or as of <see cref="CheckAsync"/>.</exception>
    public static async Task<WebApplication> OpenWithDataAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var host = await OpenAsync(dataFolder, cancellationToken);
        var data = host.Services.GetRequiredService<DataFolder>();
        if (
            host.Services.GetRequiredService<AdapterOptions>().Store == StoreAdapter.Sqlite
            && !File.Exists(data.Database)
        )
        {
            await host.DisposeAsync();
            throw UsageException.Argument($"--data {data.Path}: there is no data.");
        }
        return host;
    }

    private static void CheckOptions(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            OptionsChecks.RefuseUnknownSections(services.GetRequiredService<IConfiguration>(), services);
        }
        catch (OptionsValidationException error)
        {
            throw new UsageException($"The configuration is wrong: {string.Join(' ', error.Failures)}");
        }
        catch (AggregateException error)
        {
            throw new UsageException(
                $"The configuration is wrong: {string.Join(' ', error.InnerExceptions.Select(e => e.Message))}"
            );
        }
    }

    private static IConfigurationBuilder AddSettings(this IConfigurationBuilder builder, string path)
    {
        try
        {
            return builder.AddJsonFile(path, optional: true);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The settings of {path} cannot be read: {error.GetBaseException().Message}");
        }
    }
}
