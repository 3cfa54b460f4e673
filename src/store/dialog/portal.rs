//! File dialogs of the desktop, through its service on the session bus (XDG Desktop Portal, interface
//! `org.freedesktop.portal.FileChooser`), which is asked all the while whether it is still there.

mod wire;

use std::future::Future;
use std::time::Duration;

use async_io::Timer;
use futures_lite::{StreamExt, future};
use zbus::{Connection, MessageStream};

use super::{Ask, Asked};
use wire::{IMPLEMENTATIONS, PORTAL};

/// How long the bus may take to let one in, and the service to answer what it can answer at once.
const PATIENCE: Duration = Duration::from_secs(2);
/// How long the service may take to come up.
const STARTING: Duration = Duration::from_secs(6);
/// How often the service is asked whether it is there while a dialog is open.
const PULSE: Duration = Duration::from_secs(1);

/// Why there is no dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failure {
    /// Somebody said so: another way to a dialog may do.
    Refused,
    /// Nobody says anything any more.
    Silent,
}

/// Shows the dialog; `None` where the desktop has no such service.
pub fn show(question: &Ask) -> Option<Asked> {
    match async_io::block_on(converse(question)) {
        Ok(asked) => Some(asked),
        Err(Failure::Silent) => Some(Asked::NoDialog),
        Err(Failure::Refused) => None,
    }
}

async fn within<T>(limit: Duration, answer: impl Future<Output = zbus::Result<T>>) -> Result<T, Failure> {
    let answer = async { answer.await.map_err(|_| Failure::Refused) };
    let silence = async {
        Timer::after(limit).await;
        Err(Failure::Silent)
    };
    future::or(answer, silence).await
}

async fn converse(question: &Ask) -> Result<Asked, Failure> {
    let bus = within(PATIENCE, Connection::session()).await?;
    let service = service(&bus).await?;
    let token = format!("casefile_{}", std::process::id());
    // Listening comes before asking, or the answer might be missed.
    let responses = within(PATIENCE, wire::responses(&bus, &service, &token)).await?;
    let owners = within(PATIENCE, wire::owners(&bus)).await?;
    within(STARTING, wire::ask(&bus, &service, question, &token)).await?;
    Ok(wait(&bus, &service, responses, owners).await)
}

/// The service's own name on the bus, once it has answered; started, if it does not run.
async fn service(bus: &Connection) -> Result<String, Failure> {
    let (owner, patience) = match within(PATIENCE, wire::owner(bus)).await {
        Err(Failure::Refused) => {
            within(STARTING, wire::start(bus)).await?;
            (within(PATIENCE, wire::owner(bus)).await?, STARTING)
        }
        owner => (owner?, PATIENCE),
    };
    within(patience, wire::version(bus, &owner)).await?;
    Ok(owner)
}

/// What happens while a dialog is open.
enum Event {
    /// The service answered: how it ended, and what was chosen.
    Response(wire::Response),
    /// A name on the bus changed hands, and who held it before.
    Owner((String, String)),
    /// Whatever answered so far does so no more.
    Gone,
}

/// Waits for the answer for as long as it can still come.
async fn wait(bus: &Connection, service: &str, mut responses: MessageStream, mut owners: MessageStream) -> Asked {
    let mut has_lost_implementation = false;
    loop {
        let response = async {
            let message = responses.next().await.and_then(Result::ok);
            message.as_ref().and_then(wire::response).map_or(Event::Gone, Event::Response)
        };
        let owner = async {
            let message = owners.next().await.and_then(Result::ok);
            message.as_ref().and_then(wire::change).map_or(Event::Gone, Event::Owner)
        };
        match future::or(response, future::or(owner, silence(bus, service))).await {
            Event::Response(response) => return judged(bus, response, has_lost_implementation).await,
            Event::Owner((name, _)) if name == PORTAL => return Asked::NoDialog,
            Event::Owner((name, before)) => {
                has_lost_implementation |= name.starts_with(IMPLEMENTATIONS) && !before.is_empty();
            }
            Event::Gone => return Asked::NoDialog,
        }
    }
}

/// Comes back when the service no longer answers.
async fn silence(bus: &Connection, service: &str) -> Event {
    while within(PATIENCE, wire::version(bus, service)).await.is_ok() {
        Timer::after(PULSE).await;
    }
    Event::Gone
}

/// Cancelling is one way for a dialog to end without a choice. The other may be a person who closed its window or a
/// program that failed to show it; a person is believed only if the program that shows dialogs is there, and was.
async fn judged(bus: &Connection, response: wire::Response, has_lost_implementation: bool) -> Asked {
    match response {
        wire::Response::Chosen(paths) if !paths.is_empty() => Asked::Chosen(paths),
        wire::Response::Chosen(_) => Asked::NoDialog,
        wire::Response::Cancelled => Asked::Cancelled,
        wire::Response::Ended if has_lost_implementation => Asked::NoDialog,
        wire::Response::Ended => match within(PATIENCE, wire::names(bus)).await {
            Ok(names) if names.iter().any(|name| name.starts_with(IMPLEMENTATIONS)) => Asked::Cancelled,
            _ => Asked::NoDialog,
        },
    }
}
