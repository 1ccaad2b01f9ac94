using System.Net;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>A batch: all of it or nothing, in the order given, inside one partition.</summary>
internal static class BatchExecution
{
    private const int MostOperations = 100;
    private const int LargestBody = 2 * 1024 * 1024;

    public static GatewayAnswer? Refusal(GatewayRequest request, IReadOnlyList<BatchOperation> operations)
    {
        if (!request.Is("x-ms-cosmos-batch-atomic"))
        {
            return GatewayAnswer.Error(HttpStatusCode.BadRequest, "Only atomic batches are understood.");
        }
        if (operations.Count is 0 or > MostOperations)
        {
            return GatewayAnswer.Error(HttpStatusCode.BadRequest, "A batch has 1 to 100 operations.");
        }
        return operations.Sum(one => (long)one.Body.Length) > LargestBody
            ? GatewayAnswer.Error(HttpStatusCode.RequestEntityTooLarge, "Request size is too large.")
            : null;
    }

    /// <summary>Each operation's answer; after a failure nothing is written, and the others depend on what failed (424).</summary>
    public static IReadOnlyList<GatewayAnswer> Run(
        GatewayContainer container,
        string partitionKey,
        IReadOnlyList<BatchOperation> operations
    )
    {
        var saved = container.Save(partitionKey);
        var answers = new List<GatewayAnswer>();
        foreach (var operation in operations)
        {
            var answer = Apply(container, partitionKey, operation);
            answers.Add(answer);
            if (!answer.Succeeded)
            {
                container.Restore(partitionKey, saved);
                return
                [
                    .. operations.Select(
                        (_, index) =>
                            index == answers.Count - 1
                                ? answer
                                : new GatewayAnswer(HttpStatusCode.FailedDependency)
                                {
                                    Charge = index < answers.Count - 1 ? answers[index].Charge : 0,
                                }
                    ),
                ];
            }
        }
        return answers;
    }

    private static GatewayAnswer Apply(GatewayContainer container, string partitionKey, BatchOperation operation)
    {
        if (operation.Kind == WriteKind.Delete)
        {
            return container.Write(
                new GatewayWrite(operation.Kind, partitionKey, operation.Id!, null, operation.IfMatch)
            );
        }
        var (document, refusal) = SentDocument.Read(operation.Body);
        return refusal
            ?? container.Write(
                new GatewayWrite(operation.Kind, partitionKey, document!.Id, document, operation.IfMatch)
            );
    }
}
