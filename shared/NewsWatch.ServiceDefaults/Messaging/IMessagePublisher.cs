using NewsWatch.Contracts;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>Publishes articles so that they cannot be lost any more once the call returns.</summary>
public interface IArticlePublisher
{
    /// <summary>Returns when the broker has confirmed the batch, or, in one process, when it is on disk.</summary>
    /// <exception cref="BrokerUnavailableException">It was not taken in time; publishing it again is safe.</exception>
    Task PublishAsync(ArticlesIngested batch, CancellationToken cancellationToken = default);
}

/// <summary>Publishes alerts to the topic exchange.</summary>
public interface IAlertPublisher
{
    /// <summary>Returns when every alert has been confirmed, or, in one process, when all are on disk.</summary>
    /// <exception cref="BrokerUnavailableException">They were not all taken in time; publishing them again is safe.</exception>
    Task PublishAsync(IReadOnlyList<AlertRaised> alerts, CancellationToken cancellationToken = default);
}

/// <summary>Tells every instance of a service that a watch or a feed changed.</summary>
public interface IChangePublisher
{
    /// <summary>Publishes the change; readers also look for changes from time to time, so a lost one only comes late.</summary>
    Task PublishAsync<TChange>(TChange change, CancellationToken cancellationToken = default)
        where TChange : class;
}

/// <summary>The broker did not take a message in time.</summary>
public sealed class BrokerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
