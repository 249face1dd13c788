//! Buffers of a size that fits a picture. The library's own take 360 MB, whatever is drawn.

use std::{borrow::Cow, mem::size_of};

use maplibre::{
    context::MapContext,
    render::{
        ShaderVertex,
        eventually::Eventually,
        resource::BackingBufferDescriptor,
        shaders::{ShaderFeatureStyle, ShaderLayerMetadata},
    },
    tcs::system::System,
    vector::VectorBufferPool,
};
use wgpu::{Buffer, BufferDescriptor, BufferUsages, Device};

/// How much a picture holds at the most.
#[derive(Clone, Copy)]
pub struct Room {
    pub vertices: usize,
    pub indices: usize,
    pub layers: usize,
    /// The library keeps a colour for each of a layer's vertices, and more of them where it tessellates by itself.
    pub colours: usize,
}

/// Runs before the library would make its own.
pub struct OwnPool {
    pub room: Room,
    pub made: bool,
}

impl System for OwnPool {
    fn name(&self) -> Cow<'static, str> {
        "own_pool".into()
    }

    fn run(&mut self, context: &mut MapContext) {
        if std::mem::replace(&mut self.made, true) {
            return;
        }
        let device = &context.renderer.device;
        let Room {
            vertices,
            indices,
            layers,
            colours,
        } = self.room;
        let vertex = BufferUsages::VERTEX;
        let pool = VectorBufferPool::new(
            buffer(device, vertices * size_of::<ShaderVertex>(), vertex),
            buffer(device, indices * size_of::<u32>(), BufferUsages::INDEX),
            buffer(device, layers * size_of::<ShaderLayerMetadata>(), vertex),
            buffer(device, colours * size_of::<ShaderFeatureStyle>(), vertex),
        );
        context.world.resources.insert(Eventually::Initialized(pool));
    }
}

fn buffer(device: &Device, bytes: usize, usage: BufferUsages) -> BackingBufferDescriptor<Buffer> {
    // A little more than is needed: every piece is padded.
    let size = (bytes as u64 * 5 / 4 + (1 << 20)).next_multiple_of(4);
    let buffer = device.create_buffer(&BufferDescriptor {
        label: None,
        size,
        usage: usage | BufferUsages::COPY_DST,
        mapped_at_creation: false,
    });
    BackingBufferDescriptor::new(buffer, size)
}
