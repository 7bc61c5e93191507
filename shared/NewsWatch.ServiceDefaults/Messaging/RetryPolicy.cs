using MassTransit;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>How consumers try again before a message goes to the error queue.</summary>
public static class RetryPolicy
{
    /// <summary>A few quick attempts for what may pass; <typeparamref name="TPermanent"/> goes to the error queue at once.</summary>
    /// <remarks>A store or broker that is away is not retried here but waited for inside the consumer: it is no fault of the message.</remarks>
    public static void UseDefaultRetry<TPermanent>(this IReceiveEndpointConfigurator endpoint)
        where TPermanent : Exception =>
        endpoint.UseMessageRetry(retry =>
        {
            retry.Exponential(4, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(250));
            retry.Ignore<TPermanent>();
        });
}
