using Advocacy.Platform.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.Engagement.Conversions;

/// <summary>
/// The address at which a web shop or a recruiting system reports what a shared link led to. It believes nothing that is not signed, and takes
/// the same report as often as it comes.
/// </summary>
public sealed class ConversionPostback(
    ConversionReader reader,
    EngagementMessages engagement,
    IOptions<ConversionOptions> options,
    TimeProvider time,
    ILogger<ConversionPostback> logger
)
{
    /// <summary>Bytes.</summary>
    internal const int LargestBody = 8 * 1024;

    /// <returns>
    /// 202 where it was taken, whether for the first time or again; 404 where no key is set, 413, 401 without a good signature, 400 with every
    /// fault, 422 where the post is not here. Errors are <c>{"errors":[...]}</c>.
    /// </returns>
    public async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken = default)
    {
        if (options.Value.Keys.Count == 0)
        {
            return Results.NotFound();
        }
        if (await RawBody.ReadAsync(request, LargestBody, cancellationToken) is not { } body)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, $"The body has more than {LargestBody} bytes.");
        }
        var fault = ConversionSignature.Fault(
            request.Headers[ConversionSignature.Header],
            request.Headers[ConversionSignature.TimestampHeader],
            body.Span,
            options.Value.Keys,
            time.GetUtcNow(),
            TimeSpan.FromSeconds(options.Value.WindowSeconds)
        );
        if (fault is not null)
        {
            return Refuse(StatusCodes.Status401Unauthorized, fault);
        }
        var (report, faults) = ConversionForm.Read(body);
        if (report is null)
        {
            return Refuse(StatusCodes.Status400BadRequest, [.. faults]);
        }
        var (one, missing) = await reader.EventOfAsync(report, cancellationToken);
        if (one is null)
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity, missing!);
        }
        await engagement.EnqueueAsync([one], cancellationToken);
        return Results.Json(new { status = "accepted" }, statusCode: StatusCodes.Status202Accepted);
    }

    private IResult Refuse(int status, params string[] errors)
    {
        EngagementLog.ConversionRefused(logger, status);
        return Results.Json(new { errors }, statusCode: status);
    }
}
