using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Local.Hosting;

/// <summary>One function method and the parameter that triggers it.</summary>
internal abstract record Function(string Name, MethodInfo Method, ParameterInfo Trigger);

internal sealed record TimerFunction(string Name, MethodInfo Method, ParameterInfo Trigger, string Schedule)
    : Function(Name, Method, Trigger);

internal sealed record QueueFunction(string Name, MethodInfo Method, ParameterInfo Trigger, string Queue)
    : Function(Name, Method, Trigger);

internal sealed record HttpFunction(
    string Name,
    MethodInfo Method,
    ParameterInfo Trigger,
    string Route,
    IReadOnlyList<string> Methods
) : Function(Name, Method, Trigger);

/// <summary>Finds the functions of an assembly by their attributes, and refuses what the platform would refuse.</summary>
internal sealed class FunctionCatalog
{
    private static readonly string[] ReservedRoutes = ["admin", "runtime"];

    private FunctionCatalog(IReadOnlyList<Function> all) => All = all;

    public IReadOnlyList<Function> All { get; }
    public IEnumerable<TimerFunction> Timers => All.OfType<TimerFunction>();
    public IEnumerable<QueueFunction> Queues => All.OfType<QueueFunction>();
    public IEnumerable<HttpFunction> Http => All.OfType<HttpFunction>();

    /// <param name="settings">Resolves <c>%Name%</c> in schedules and queue names.</param>
    /// <exception cref="InvalidOperationException">A function could not run in Azure either: the message says which and why.</exception>
    public static FunctionCatalog Of(Assembly assembly, Func<string, string?> settings)
    {
        var functions = assembly
            .GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Select(method => (Method: method, Attribute: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.Attribute is not null)
            .Select(found => Read(found.Attribute!.Name, found.Method, settings))
            .ToList();
        var twice = functions
            .GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? new FunctionCatalog(functions)
            : throw new InvalidOperationException(
                $"Two functions are named {twice.Key}; names are unique, whatever their case."
            );
    }

    /// <summary>The prefix of HTTP routes as host.json says it; <c>api</c> where it says nothing.</summary>
    public static string RoutePrefix(string hostJson)
    {
        using var document = JsonDocument.Parse(hostJson);
        return
            document.RootElement.TryGetProperty("extensions", out var extensions)
            && extensions.TryGetProperty("http", out var http)
            && http.TryGetProperty("routePrefix", out var prefix)
            ? prefix.GetString() ?? ""
            : "api";
    }

    private static Function Read(string name, MethodInfo method, Func<string, string?> settings)
    {
        foreach (var parameter in method.GetParameters())
        {
            if (parameter.GetCustomAttribute<TimerTriggerAttribute>() is { } timer)
            {
                return new TimerFunction(name, method, parameter, Resolve(timer.Schedule, name, settings));
            }
            if (parameter.GetCustomAttribute<QueueTriggerAttribute>() is { } queue)
            {
                return parameter.ParameterType == typeof(string)
                    ? new QueueFunction(name, method, parameter, Resolve(queue.QueueName, name, settings))
                    : throw new InvalidOperationException(
                        $"{name} takes its message as {parameter.ParameterType.Name}; functions here take it as a string."
                    );
            }
            if (parameter.GetCustomAttribute<HttpTriggerAttribute>() is { } http)
            {
                return new HttpFunction(
                    name,
                    method,
                    parameter,
                    Route(http.Route ?? name, name),
                    http.Methods ?? ["get", "post"]
                );
            }
        }
        throw new InvalidOperationException(
            $"{name} has no trigger: give one parameter a timer, queue or HTTP trigger attribute."
        );
    }

    private static string Route(string route, string name) =>
        ReservedRoutes.Contains(route.Split('/')[0], StringComparer.OrdinalIgnoreCase)
            ? throw new InvalidOperationException(
                $"{name} has the route '{route}'; routes that begin with admin or runtime are the platform's."
            )
            : route;

    private static string Resolve(string value, string name, Func<string, string?> settings) =>
        value is ['%', .. var key, '%']
            ? settings(key)
                ?? throw new InvalidOperationException(
                    $"{name} takes its trigger from the setting '{key}', which is not set."
                )
            : value;
}
