//! A thread that writes beside the one that draws.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::{Clerk, Order, Outcome, Task, Writer};
use crate::library::keep::Keeper;

/// Writes on a thread of its own, one order after another.
pub struct Beside {
    desk: Arc<Desk>,
}

/// What lies between the two threads.
#[derive(Default)]
struct Desk {
    papers: Mutex<Papers>,
    /// Something is to be done.
    handed: Condvar,
    /// Something has been done.
    done: Condvar,
}

#[derive(Default)]
struct Papers {
    orders: VecDeque<Order>,
    outcomes: VecDeque<Outcome>,
    /// An order is being carried out.
    busy: bool,
    /// It is to be looked what may be written.
    looks: bool,
    over: bool,
}

impl Desk {
    fn papers(&self) -> MutexGuard<'_, Papers> {
        self.papers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Until it is over, and all that was handed over is carried out.
    fn work(&self, mut clerk: Clerk, wake: &dyn Fn()) {
        let mut papers = self.papers();
        loop {
            if let Some(order) = papers.orders.pop_front() {
                papers.busy = true;
                drop(papers);
                // What was only looked for is heard with the next key.
                let is_news = !matches!(order.task, Task::Look(_));
                let outcome = clerk.carry_out(order);
                papers = self.papers();
                papers.busy = false;
                papers.outcomes.push_back(outcome);
                // What is written is told before it is looked what may be written.
                papers.looks = true;
                self.done.notify_all();
                if is_news {
                    wake();
                }
            } else if papers.over {
                return;
            } else if papers.looks {
                papers.looks = false;
                drop(papers);
                clerk.look();
                papers = self.papers();
            } else {
                papers = self
                    .handed
                    .wait(papers)
                    .unwrap_or_else(PoisonError::into_inner);
            }
        }
    }
}

impl Beside {
    /// Starts the thread, which writes by this keeper; none where the system gives no more threads.
    /// `wake` is called when something has been done.
    #[must_use]
    pub fn start(keeper: Arc<Keeper>, wake: impl Fn() + Send + 'static) -> Option<Self> {
        let desk: Arc<Desk> = Arc::default();
        let worker = Arc::clone(&desk);
        let thread = thread::Builder::new().name("write".to_owned());
        thread
            .spawn(move || worker.work(Clerk::new(keeper), &wake))
            .ok()?;
        Some(Self { desk })
    }
}

impl Writer for Beside {
    fn hand_over(&mut self, order: Order) {
        self.desk.papers().orders.push_back(order);
        self.desk.handed.notify_all();
    }

    fn outcome(&mut self, longest: Duration) -> Option<Outcome> {
        let papers = self.desk.papers();
        let is_awaited = |papers: &mut Papers| {
            papers.outcomes.is_empty() && (papers.busy || !papers.orders.is_empty())
        };
        let (mut papers, _) = self
            .desk
            .done
            .wait_timeout_while(papers, longest, is_awaited)
            .unwrap_or_else(PoisonError::into_inner);
        papers.outcomes.pop_front()
    }

    fn look(&mut self) {
        self.desk.papers().looks = true;
        self.desk.handed.notify_all();
    }
}

impl Drop for Beside {
    /// The thread ends by itself, after all that was handed over; that is not waited for.
    fn drop(&mut self) {
        self.desk.papers().over = true;
        self.desk.handed.notify_all();
    }
}
