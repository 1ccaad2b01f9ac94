using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Advocacy.Local.Hosting;

/// <summary>Calls a function as the platform would: a new instance from the services, parameters by their kind.</summary>
internal sealed class FunctionInvoker(IServiceProvider services)
{
    /// <param name="trigger">The value of the trigger's parameter.</param>
    /// <param name="named">Values of further parameters by name, for example of a route.</param>
    /// <returns>What the function returned, awaited; <c>null</c> where it returns nothing.</returns>
    public async Task<object?> InvokeAsync(
        Function function,
        object trigger,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, object?>? named = null
    )
    {
        await using var scope = services.CreateAsyncScope();
        var instance = function.Method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(scope.ServiceProvider, function.Method.DeclaringType!);
        var arguments = function
            .Method.GetParameters()
            .Select(parameter => Argument(parameter, function, trigger, named, cancellationToken))
            .ToArray();
        try
        {
            var returned = function.Method.Invoke(instance, arguments);
            if (returned is not Task task)
            {
                return returned;
            }
            await task;
            var result = task.GetType().GetProperty("Result")?.GetValue(task);
            return result?.GetType().Name == "VoidTaskResult" ? null : result;
        }
        catch (TargetInvocationException error) when (error.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(error.InnerException);
            throw;
        }
    }

    private static object? Argument(
        ParameterInfo parameter,
        Function function,
        object trigger,
        IReadOnlyDictionary<string, object?>? named,
        CancellationToken cancellationToken
    )
    {
        if (parameter == function.Trigger)
        {
            return trigger;
        }
        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return cancellationToken;
        }
        if (named is not null && named.TryGetValue(parameter.Name!, out var value))
        {
            return value is null
                ? null
                : Convert.ChangeType(value, parameter.ParameterType, CultureInfo.InvariantCulture);
        }
        return parameter.HasDefaultValue
            ? parameter.DefaultValue
            : throw new InvalidOperationException(
                $"{function.Name} has a parameter '{parameter.Name}' that nothing gives a value."
            );
    }
}
