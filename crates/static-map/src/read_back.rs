//! The frame, read back from the driver once it was drawn.

use std::{borrow::Cow, cell::RefCell, rc::Rc};

use maplibre::{context::MapContext, render::resource::Head, tcs::system::System};

/// Pixels: red, green, blue.
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
}

/// Where the frame comes to lie.
pub type Place = Rc<RefCell<Option<Picture>>>;

/// Runs after a frame.
pub struct ReadBack(pub Place);

impl System for ReadBack {
    fn name(&self) -> Cow<'static, str> {
        "read_back".into()
    }

    fn run(&mut self, context: &mut MapContext) {
        let surface = context.renderer.resources.surface();
        let (width, height) = (surface.size().width(), surface.size().height());
        let Head::Headless(head) = surface.head() else {
            return;
        };
        let stride = head.bytes_per_row().get() as usize;
        let slice = head.map_async(&context.renderer.device);
        let mapped = slice.get_mapped_range();
        let row = width as usize * 4;
        let rgb = mapped
            .chunks(stride)
            .flat_map(|line| line[..row].chunks(4))
            .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
            .collect();
        drop(mapped);
        head.unmap();
        *self.0.borrow_mut() = Some(Picture { width, height, rgb });
    }
}
