namespace Advocacy.Local.Hosting;

/// <summary>Maps HTTP functions onto ASP.NET Core: route, methods and route values as the platform does.</summary>
internal static class HttpRoutes
{
    public static void MapFunctions(this IEndpointRouteBuilder endpoints, FunctionCatalog catalog, string routePrefix)
    {
        foreach (var function in catalog.Http)
        {
            var pattern = routePrefix.Length == 0 ? $"/{function.Route}" : $"/{routePrefix}/{function.Route}";
            endpoints.MapMethods(
                pattern,
                function.Methods.Select(method => method.ToUpperInvariant()),
                context => HandleAsync(function, context)
            );
        }
    }

    private static async Task HandleAsync(HttpFunction function, HttpContext context)
    {
        var invoker = context.RequestServices.GetRequiredService<FunctionInvoker>();
        var result = await invoker.InvokeAsync(
            function,
            context.Request,
            context.RequestAborted,
            context.Request.RouteValues.AsReadOnly()
        );
        switch (result)
        {
            case null:
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case IResult page:
                await page.ExecuteAsync(context);
                break;
            default:
                throw new InvalidOperationException(
                    $"{function.Name} returned {result.GetType().Name}; HTTP functions here return IResult."
                );
        }
    }
}
